Feature: Life of a card
  A physical card is activated once. An Active card can be blocked and unblocked. Closing is left to people.

  @TM-28
  Scenario: A physical card is activated with its own data
    Given a physical card in status Not Activated
    When the card is activated with its own data
    Then the activation is accepted
    And the card is Active after activation
    And the card can never be Not Activated again
    And the PIN chosen at activation is in force

  @TM-28
  Scenario: Wrong data activates no card
    Given a physical card in status Not Activated
    When the card is activated with a wrong card number
    Then the wrong activation is refused
    When the card is activated with a wrong security code
    Then the wrong activation is refused
    When the card is activated without its security code
    Then the activation is refused as incomplete
    And the card still waits for its activation

  @TM-29
  Scenario: A card is blocked and unblocked
    Given a virtual card in status Active
    And one more card of the cardholder
    And the card's limit is set to half the Program's
    When the card is blocked
    Then the card is On Hold
    And the cardholder's first card is still Active
    When the card is unblocked
    Then the card is Active again
    And the card has kept its alias and limit

  @TM-30
  Scenario: An Active card cannot be made Pending, Closed or Not Activated
    Given a virtual card in status Active
    When the card is asked to become Pending
    Then the status change is refused
    When the card is asked to become Closed
    Then the status change is refused
    When the card is asked to become Not Activated
    Then the status change is refused
    And the card's status is unchanged

  @TM-30
  Scenario: A card not yet activated cannot be made Active or On Hold by a status change
    Given a physical card in status Not Activated
    When the card is asked to become Active
    Then the status change is refused
    When the card is asked to become On Hold
    Then the status change is refused
    And the card's status is unchanged

  @TM-31
  Scenario Outline: Alias and limit of a <kind> card can be updated while it is <status>
    Given a <kind> card in status <status>
    When the card's alias is changed and its limit set to half the Program's
    Then the update is accepted
    And the card shows the new alias and limit

    Examples:
      | kind     | status        |
      | virtual  | Active        |
      | virtual  | On Hold       |
      | physical | Not Activated |

  @TM-31
  Scenario: An update leaves alone what it does not name, and is refused out of bounds
    Given a virtual card in status Active
    When the card's limit is set to half the Program's, and then its alias alone
    Then the update is accepted
    And everything else the card shows is as it was
    When the card's contact details are changed to some that are too short or too long
    Then each update is refused as out of bounds

  @TM-32
  Scenario: A limit above the Program's is never in force
    Given a virtual card in status Active
    When the card's limit is raised above the Program's
    Then no limit above the Program's is in force
    When the cardholder's limit is raised above the Program's
    Then no limit above the Program's is in force

  @TM-32
  Scenario: No card is issued with a limit above the Program's
    Given a cardholder in status Approved
    When a virtual card is requested with a limit above the Program's
    Then no limit above the Program's is in force
    And the cardholder has the cards that were issued and no other
    When a cardholder is registered with a limit above the Program's
    Then no limit above the Program's is in force

  @TM-32
  Scenario: A limit above the cardholder's is never in force
    Given a virtual card in status Active whose cardholder has half the Program's limit
    When the card's limit is raised above the cardholder's
    Then no limit above the cardholder's is in force
    When a virtual card is requested with a limit above the cardholder's
    Then no limit above the cardholder's is in force
    And the cardholder has the cards that were issued and no other

  @TM-33
  Scenario: The PIN can be changed
    Given a virtual card in status Active
    When the PIN is changed from its default
    Then the PIN change is accepted
    And the new PIN is in force

  @TM-33
  Scenario: A wrong PIN changes nothing, and a PIN has four digits
    Given a virtual card in status Active
    When the PIN is changed by somebody who does not know it
    Then the PIN change is refused
    When the PIN is changed to one of three and to one of five digits
    Then both PIN changes are refused as out of bounds
    When the PIN is changed without naming the current one
    Then the PIN change is refused as incomplete

  @TM-34
  Scenario: Closing a card is asked for by ticket
    Given a virtual card in status Active
    When a ticket asks to close the card
    Then the closing ticket is accepted
    And no call tried to close the card
