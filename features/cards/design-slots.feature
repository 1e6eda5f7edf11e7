Feature: Design slots of physical cards
  A physical card takes its face from one of six design slots, and only an approved slot can be used.

  @TM-25
  Scenario: The slot the Program names as not approved issues no card
    Given a cardholder in status Approved
    When a physical card is requested with the Program's unapproved slot
    Then the physical card is refused
    And no card is listed for the cardholder
    And a virtual card is issued all the same

  @TM-25
  Scenario Outline: A <state> design slot issues no card
    Given design slot <slot> is not approved for this Program
    And a cardholder in status Approved
    When a physical card is requested with design slot <slot>
    Then the physical card is refused
    And no card is listed for the cardholder
    And a virtual card is issued all the same

    Examples:
      | state    | slot |
      | pending  | 1    |
      | rejected | 2    |
      | empty    | 4    |

  @TM-09
  Scenario: The default design slot issues a card
    Given a cardholder in status Approved
    When a physical card is requested with design slot 0
    Then the platform numbers the physical card
    And the physical card waits for activation

  @TM-26
  Scenario: Without a named slot the default design is used
    Given a cardholder in status Approved
    When a physical card is requested without naming a design slot
    Then the default design is used, or the request is refused as incomplete
    When a physical card is requested with a seventh design slot
    Then the seventh design slot is refused
    When a physical card is requested with a name of 27 characters
    Then the name is refused as out of bounds
