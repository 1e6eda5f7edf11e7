Feature: Additions to the API
  The platform may add members and values at any time. The client ignores what it does not know, says so in its log, and
  goes on. The additions are replayed to the harness's own client by a server of its own.

  @TM-67
  Scenario Outline: <addition> is ignored and logged
    Given a platform whose first answer carries <addition>
    When that answer is read there
    And a cardholder is read there
    Then the client ignored the addition, logged it and went on

    Examples:
      | addition                             |
      | a new member                         |
      | a new object with members of its own |
      | a new member in a list               |
      | a new status                         |
