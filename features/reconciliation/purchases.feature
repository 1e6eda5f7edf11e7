Feature: Purchases and fees
  Purchases and fees are two lists that share a reference. A declined purchase is listed and moves nothing.

  @TM-58
  Scenario: Purchases are listed page by page
    Given a card funded with 100.00
    When 5 purchases of 3.00 are made
    And the balance is read once more
    Then pages of 2 join without loss
    And a page never exceeds 200

  @TM-58
  Scenario: Fees are listed page by page
    Given a card funded with 100.00
    When 3 purchases of 3.00 are made in another currency
    And the fees and the balance are read once more
    Then pages of 1 of the fees join without loss

  @TM-59
  Scenario: A purchase abroad has its fee
    Given a card funded with 100.00
    When a purchase of 20.00 is made in another currency
    And the fees and the balance are read once more
    Then one fee belongs to the purchase
    And every fee finds its purchase

  @TM-60
  Scenario: A declined purchase moves no money
    Given a card funded with 50.00
    When a purchase of 10.00 is declined
    Then the declined purchase is recorded as declined
    And the declined purchase moved no money

  @TM-60
  Scenario: A purchase with a card on hold moves no money
    Given a card funded with 50.00
    When the card is blocked
    And a purchase of 10.00 is asked for all the same
    Then the purchase moved no money

  @TM-60
  Scenario: A purchase above the card's balance or limit moves no money
    Given a card funded with 50.00
    When a purchase of 50.01 is asked for all the same
    Then the purchase moved no money
    When the card's limit is set to 10.00
    And a purchase of 10.01 is asked for all the same
    Then the purchase moved no money

  @TM-61
  Scenario: The form of amounts in lists is established
    Given a card funded with 50.00
    When a purchase of 12.34 is made
    And the balance is read once more
    Then its amount reads as 12.34 in one of the two open forms
