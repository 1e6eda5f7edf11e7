Feature: Bank deposits
  A sending account is registered once and confirmed by the cardholder. A transfer is booked first and available after
  clearing.

  @TM-40
  Scenario: A bank account is registered
    Given a cardholder in status Approved
    When the cardholder registers a bank account
    Then the registration is numbered and has a state

  @TM-41
  Scenario Outline: An account with <length> characters of <member> is refused
    Given a cardholder in status Approved
    When a bank account is registered whose <member> has <length> characters
    Then the registration is refused as out of bounds

    Examples:
      | member              | length |
      | senderAccountName   | 51     |
      | senderAccountNumber | 6      |
      | senderAccountNumber | 35     |
      | senderRoutingNumber | 5      |
      | senderRoutingNumber | 13     |

  @TM-41
  Scenario: A cardholder who is not approved registers no account
    Given a cardholder in status Draft
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
    When a transfer to the wallet is announced without and with particulars
    Then both announcements to the wallet are acknowledged

  @TM-45
  Scenario: A matched transfer is booked first and available after clearing
    Given a virtual card in status Active
    And a registered and confirmed bank account
    And the card's balances are watched
    When a bank transfer of 60.00 is sent to the card
    And the balances have settled
    Then the ledger balance moved first and the available balance after clearing
