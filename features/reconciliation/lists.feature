Feature: Filters and order of lists
  Lists can be filtered, ordered and limited to a window of time, and every item obeys.

  @TM-63
  Scenario: Filter, order and window are obeyed by cardholders
    Given two cardholders, in Draft and Under Review, that differ in name
    When cardholders are listed by every status
    Then each list holds only its own cardholders
    When cardholders are listed from behind the last one
    Then nothing is left to list
    When cardholders are listed in every documented order, both ways
    Then the two cardholders stand in the order asked for every time
    When cardholders are listed since then and for the day before
    Then the new cardholder is listed since then and not before

  @TM-63
  Scenario: Filter, order and window are obeyed by cards
    Given two virtual cards, On Hold and Active, of cardholders that differ in name
    When cards are listed by every status and by cardholder
    Then each list holds only its own cards
    When cards are listed from behind the last one
    Then nothing is left to list
    When cards are listed in every documented order, both ways
    Then the two cards stand in the order asked for every time
    When cards are listed since then and for the day before
    And the new card itself is read once more
    Then the new card is listed since then and not before

  @TM-63
  Scenario: A status nobody knows gets a clear answer
    When cardholders are listed by a status nobody knows
    Then the unknown status gets a clear answer
