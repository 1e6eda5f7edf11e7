Feature: Issuing cards
  An approved cardholder can be issued virtual and physical cards. Nobody else can.

  @TM-08
  Scenario: A virtual card is Active at once and has deposit addresses
    Given a cardholder in status Approved
    When a virtual card is requested
    Then the platform numbers the virtual card and gives it deposit addresses
    And the virtual card is Active at once

  @TM-08
  Scenario: A name too long for a card is refused
    Given a cardholder in status Approved
    When a virtual card is requested with a name of 27 characters
    Then the name is refused as out of bounds
    And no card is listed for the cardholder

  @TM-09
  Scenario: A physical card waits for its activation
    Given a cardholder in status Approved
    When a physical card is requested
    Then the platform numbers the physical card
    And the physical card waits for activation

  @TM-24
  Scenario Outline: A cardholder in status <status> gets no virtual card
    Given a cardholder in status <status>
    When a virtual card is requested
    Then issuance is refused because the cardholder is not approved
    And no card is listed for the cardholder

    Examples:
      | status             |
      | Draft              |
      | Under Review       |
      | Compliance Decline |

  @TM-24
  Scenario: A cardholder who is not approved gets no physical card
    Given a cardholder in status Draft
    When a physical card is requested
    Then issuance is refused because the cardholder is not approved
    When the cardholder is submitted for compliance review
    Then the cardholder reaches status Under Review
    When a physical card is requested
    Then issuance is refused because the cardholder is not approved
    When the review is decided against the cardholder
    Then the cardholder reaches status Compliance Decline
    When a physical card is requested
    Then issuance is refused because the cardholder is not approved
    And no card is listed for the cardholder

  @TM-27
  Scenario: Issuance and reads show the same deposit addresses
    Given a virtual card in status Active
    Then issuance and both reads show the same deposit addresses
    And the addresses cover the default chains
