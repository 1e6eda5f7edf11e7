Feature: The SumSub route
  Where a Program is enabled for it, a cardholder can be reviewed by a SumSub token in place of the hosted link.

  @TM-23
  Scenario: A cardholder of the SumSub route is handed in by token
    Given a cardholder in status Draft who takes the SumSub route
    When the cardholder is submitted for compliance review
    Then the hosted submission is refused
    When a SumSub token is handed over instead
    Then the token route answers
