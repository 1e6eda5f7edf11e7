Feature: Transfers from wallets
  Money moves from a wallet to a card or to another wallet, never back from a card.

  @TM-48
  Scenario: A transfer reaches a card and is no card transaction
    Given a virtual card in status Active
    When 25.00 is transferred to the card
    Then the transfer has a number and a status
    And the card received the amount
    And what left the wallet is what reached the card
    And the transfer is listed among the wallet movements
    And the lists of other times do not show it
    And the card has no transaction for it

  @TM-49
  Scenario: A transfer reaches another wallet
    Given a wallet
    When 30.00 is transferred to the wallet
    Then the transfer has a number and a status
    And the wallet received the amount
    And what left one wallet is what reached the other
    And the transfer is listed among the wallet movements
    When wallet movements are listed from behind the last one
    Then nothing is left to list

  @TM-51
  Scenario: A card cannot be the source of a transfer
    Given a card funded with 20.00
    And a wallet
    When a transfer of 5.00 from the card to the wallet is attempted
    Then the transfer from the card is refused
    And no money has left the card

  @TM-51
  Scenario: A negative amount takes nothing from a card
    Given a card funded with 20.00
    When a transfer of 5.00 less than nothing to the card is attempted
    Then no money has left the card

  @TM-50
  Scenario: An overdraft moves no more than there is
    Given a wallet
    When 50.00 is transferred from the empty wallet
    Then the transfer's status is a known one
    And no money left the empty wallet

  @TM-50
  Scenario: A transfer to nowhere moves nothing
    Given a wallet
    When 5.00 is transferred to a wallet that does not exist
    Then no money has moved
    When 5.00 is transferred to a card that does not exist
    Then no money has moved
    When transfers are asked for without an amount, without a destination and without its type
    Then each of them is refused as incomplete

  @TM-50
  Scenario Outline: A transfer that may end <outcome> is reconciled to what really moved
    Given a wallet
    When 40.00 is transferred to the wallet with the words "<words>"
    Then the transfer's status is a known one
    And what left one wallet is what reached the other
    And what moved fits that status

    Examples:
      | outcome | words           |
      | Pending | Organic-Pending |
      | Partial | Organic-Partial |
      | Error   | Organic-Error   |

  @TM-50
  Scenario Outline: A replayed transfer that ends <ending> is reconciled to what really moved
    Given a platform on which a transfer of 40.00 ends <ending>
    When 40.00 is transferred there
    Then the transfer counts as <ending>, with what really moved

    Examples:
      | ending   |
      | Pending  |
      | Declined |
      | Partial  |
      | Error    |
