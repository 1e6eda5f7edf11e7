Feature: Bank deposits
  A sending account is registered once and confirmed by the cardholder. A transfer is booked first and available after
  clearing.

  @TM-40
  Scenario: A bank account is registered
    Given a cardholder in status Approved
    When the cardholder registers a bank account
    Then the registration is numbered and has a state

  @TM-41
  Scenario: An account whose details are too long, too short or missing is refused
    Given a cardholder in status Approved
    When accounts are registered with a name of 51 characters
    Then each of these registrations is refused
    When accounts are registered with a number of 6 and of 35 characters
    Then each of these registrations is refused
    When accounts are registered with a routing number of 5 and of 13 characters
    Then each of these registrations is refused
    When accounts are registered without their name, their number or their routing number
    Then each of these registrations is refused

  @TM-41
  Scenario: A cardholder who is not approved registers no account
    Given a cardholder in status Draft
    When the cardholder registers a bank account
    Then the registration is refused because the cardholder is not approved
    When the cardholder is submitted for compliance review
    Then the cardholder reaches status Under Review
    When the cardholder registers a bank account
    Then the registration is refused because the cardholder is not approved
    When the review is decided against the cardholder
    Then the cardholder reaches status Compliance Decline
    When the cardholder registers a bank account
    Then the registration is refused because the cardholder is not approved

  @TM-43
  Scenario: A transfer to a card can be announced
    Given a virtual card in status Active
    And the card's balances are watched
    When a transfer to the card is announced without and with particulars
    And the balances are read on for a while
    Then both announcements to the card are acknowledged
    And nothing became available by announcing it

  @TM-44
  Scenario: A transfer to a wallet can be announced
    Given a wallet
    And the wallet's balances are watched
    When a transfer to the wallet is announced without and with particulars
    And the balances are read on for a while
    Then both announcements to the wallet are acknowledged
    And nothing became available by announcing it

  @TM-45
  Scenario: A matched transfer is booked first and available after clearing
    Given a virtual card in status Active
    And a registered and confirmed bank account
    And the card's balances are watched
    When a bank transfer of 60.00 is sent to the card
    And the balances have settled
    Then the ledger balance moved first and the available balance after clearing
