Feature: Digital-asset deposits
  A deposit is booked on the ledger once it is confirmed, and becomes available after finality and conversion.

  @TM-36
  Scenario Outline: A deposit over <chain> shows three stages
    Given a virtual card in status Active
    And the card's balances are watched
    When a deposit of 25.00 is sent to the card over <chain>
    And the balances have settled
    Then nothing moved first, then the ledger balance alone, then both

    Examples:
      | chain    |
      | Ethereum |
      | Bitcoin  |
      | Solana   |

  @TM-37
  Scenario: A delayed deposit is neither announced early nor credited twice
    Given a virtual card in status Active
    And the card's balances are watched
    When a deposit of 40.00 is sent to the card over Ethereum
    And the balances are watched until 40.00 is credited
    And the balances are read on for a while
    Then nothing was available before it was booked
    And the deposit was credited once

  @TM-71
  Scenario: The amount of a simulated deposit is booked exactly
    Given a virtual card in status Active
    And the card's balances are watched
    When a deposit of 12.34 is sent to the card over Ethereum
    And the balances are watched until 12.34 is credited
    And the card's entries in all three data sets are read
    Then the ledger balance moved by exactly the amount sent

  @TM-38
  Scenario: A deposit reaches a card that is not yet activated
    Given a physical card in status Not Activated
    And the card's balances are watched
    When a deposit of 15.00 is sent to the card over Ethereum
    And the outcome of the deposit is awaited
    Then the deposit before activation was credited in full or held in suspense

  @TM-39
  Scenario: A deposit reaches a card on hold
    Given a virtual card in status On Hold
    And the card's balances are watched
    When a deposit of 15.00 is sent to the card over Ethereum
    And the outcome of the deposit is awaited
    Then the deposit to the card on hold was credited in full or held in suspense
