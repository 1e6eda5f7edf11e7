Feature: Reviews left to themselves
  Nothing is forced here: the platform decides when it likes, and what comes is accepted. The emulator reads the outcome
  from the last name; anywhere else it is a name like any other, so a run may not see every outcome.

  @TM-04 @TM-05 @TM-22
  Scenario Outline: Whatever the review of a cardholder named <name> ends in is handled
    Given a cardholder with the last name <name>
    When the cardholder is submitted and the review left to itself
    Then the result is accepted as it comes
    And an admin decline, should it come, is taken to support and not retried
    And an error, should it come, is submitted again or taken to support

    Examples:
      | name          |
      | Organic-Admin |
      | Organic-Error |

  @TM-07 @TM-22
  Scenario: A review that stays open is polled patiently
    Given a cardholder with the last name Organic-Slow
    When the cardholder is submitted and the review left to itself
    Then polling backed off as scheduled until the review ended or the wait was over
    And the result is accepted as it comes
