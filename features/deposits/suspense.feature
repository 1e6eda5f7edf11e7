Feature: Money that matches nothing
  A transfer from an unknown account, without its reference or to a card that is not Active is held in suspense, and a ticket reports
  it at once.

  @TM-46
  Scenario: A transfer from an account nobody registered is not credited
    Given a virtual card in status Active
    And a registered and confirmed bank account
    And the card's balances are watched
    When a bank transfer of 80.00 is sent from another account that the cardholder has not confirmed
    And a bank transfer of 70.00 is sent from an account nobody registered
    And a bank transfer of 10.00 is sent to the card
    And the balances are watched until 10.00 is credited
    Then only the matched 10.00 is credited
    And a priority ticket reports the unallocated money with its particulars

  @TM-46
  Scenario: A transfer without a usable reference is not credited
    Given a virtual card in status Active
    And a registered and confirmed bank account
    And the card's balances are watched
    When a bank transfer of 70.00 is sent without a usable reference
    And a bank transfer of 10.00 is sent to the card
    And the balances are watched until 10.00 is credited
    Then only the matched 10.00 is credited
    And a priority ticket reports the unallocated money with its particulars

  @TM-46
  Scenario: A transfer to a card on hold is not credited
    Given a virtual card in status Active
    And a registered and confirmed bank account
    And the card's balances are watched
    When the card is blocked
    And a bank transfer of 70.00 is sent to the card all the same
    And a bank transfer of 10.00 to another card of the cardholder is credited
    Then nothing is credited to the first card
    And a priority ticket reports the unallocated money with its particulars

  @TM-46
  Scenario: A transfer to a card that is not yet activated is not credited
    Given a physical card in status Not Activated
    And a registered and confirmed bank account
    And the card's balances are watched
    When a bank transfer of 70.00 is sent to the card all the same
    And a bank transfer of 10.00 to another card of the cardholder is credited
    Then nothing is credited to the first card
    And a priority ticket reports the unallocated money with its particulars
