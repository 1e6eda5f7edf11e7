Feature: Wallets
  A wallet holds money of the Program in the Program's currency and belongs to no cardholder.

  @TM-47
  Scenario: A wallet is created in the Program's currency
    When a wallet is created
    Then the platform numbers the wallet
    And the wallet has the Program's currency
    And the wallet is in use and holds fiat money alone
    When a wallet is created without a name
    Then the wallet without a name is refused
