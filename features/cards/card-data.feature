Feature: Card data
  The masked view shows the last four digits at most. Sensitive values stay out of all evidence.

  @TM-35
  Scenario: The masked view hides the card number
    Given a virtual card in status Active
    When the card is read in both views
    Then the details view answers
    And the masked view shows at most the last four digits
