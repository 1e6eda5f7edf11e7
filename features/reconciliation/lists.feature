Feature: Filters and order of lists
  Lists can be filtered, ordered and limited to a window of time, and every item obeys.

  @TM-63
  Scenario: A status filter is obeyed by cardholders
    Given 2 cardholders in status Draft
    When cardholders in status Draft are listed
    Then every listed cardholder is in status Draft

  @TM-63
  Scenario: A status filter is obeyed by cards
    Given a virtual card in status On Hold
    When cards in status On Hold are listed
    Then every listed card is in status On Hold

  @TM-63
  Scenario Outline: Cardholders are listed in <direction> order
    Given 2 cardholders in status Draft
    When cardholders are listed by number, <direction>
    Then the numbers are in <direction> order

    Examples:
      | direction |
      | asc       |
      | desc      |

  @TM-63
  Scenario: A window of time is obeyed
    Given 2 cardholders in status Draft
    When cardholders created in the last hour are listed
    Then every listed cardholder was created in that hour
