Feature: Forcing a review result
  On staging a result can be forced, for a cardholder under review and for nobody else.

  @TM-70
  Scenario: A result cannot be forced before the review
    Given a cardholder in status Draft
    When a passing result is forced all the same
    Then the forced result is refused
    And the cardholder's status is unchanged

  @TM-70
  Scenario: A result cannot be forced after the review
    Given a cardholder in status Approved
    When a failing result is forced all the same
    Then the forced result is refused
    And the cardholder is as approved as before

  @TM-70
  Scenario: A result the platform does not know is refused
    Given a cardholder in status Under Review
    When a result the platform does not know is forced, and none at all
    Then the unknown result is refused
    And the cardholder's status is unchanged

  @TM-70
  Scenario: A result for a cardholder that does not exist is refused
    When a result is forced for a cardholder that does not exist
    Then the unknown cardholder is refused
