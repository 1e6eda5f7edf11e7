Feature: Production check
  After go-live two calls show that production is production: the Program's new credentials are accepted, and the
  simulations of staging do not exist. Neither changes anything, and no other call is ever sent to production.

  @TM-72
  Scenario: The production credentials are accepted
    When cardholders are listed
    Then the production list is answered
    And it comes in the documented envelope

  @TM-73
  Scenario: The simulations of staging do not exist
    When a review result is forced for a cardholder that cannot exist
    Then production answers that the simulation is absent
