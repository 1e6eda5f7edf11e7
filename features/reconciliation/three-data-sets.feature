Feature: Reconciliation
  Purchases, fees and wallet movements do not overlap, and together they explain the balance.

  @TM-62
  Scenario: The records explain the balance
    Given a card funded with 100.00
    When purchases of 15.00 at home, 20.00 abroad and a declined one of 5.00 are made
    And all three data sets of one day and the balance are read
    Then the three data sets cover the same time
    And the lists of other times show none of their records
    And no record stands in two data sets
    And the records explain the balance left of 100.00
    When the purchases are listed by status, cardholder and number, and in both orders
    Then each list holds the purchases asked for
