Feature: Creating a cardholder
  A cardholder is always a natural person. A new one is a draft until it is submitted for compliance review.

  @TM-17
  Scenario: A cardholder is created as a draft
    When a cardholder is registered with every required detail
    Then the platform numbers the cardholder
    And the cardholder reaches status Draft

  @TM-17
  Scenario: A first name out of bounds is refused
    When a cardholder is registered with a first name of 1 and of 51 characters, and without one
    Then each registration is refused as out of bounds
