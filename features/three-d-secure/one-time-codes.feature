Feature: One-time codes for purchases
  The Program subscribes to the codes of a card and delivers them to the cardholder before they lapse.

  @TM-52
  Scenario: A code is polled for
    Given a virtual card in status Active
    When the card is subscribed to one-time codes
    Then a token is given for the card
    And there is no code yet
    When a second card of the cardholder is subscribed as well
    And a purchase with the second card asks for a one-time code
    Then the code arrives with its expiry
    And the first card's subscription shows no code

  @TM-53
  Scenario: A callback announces the code without carrying it
    Given a virtual card in status Active
    And a subscription with a callback address
    When a purchase asks for a one-time code
    Then the callback names the card and nothing else
    And the code can be fetched after the callback

  @TM-54
  Scenario: A code lapses
    Given a virtual card in status Active
    And a subscription to the one-time codes of the card
    When a purchase asks for a one-time code
    And the code has arrived and been left to lapse
    Then the code is not served after its expiry

  @TM-55
  Scenario Outline: A <kind> card that is <status> cannot be subscribed
    Given a <kind> card in status <status>
    When the card is subscribed to one-time codes
    Then the subscription is refused because the card is not Active

    Examples:
      | kind     | status        |
      | virtual  | On Hold       |
      | physical | Not Activated |

  @TM-56
  Scenario: After unsubscribing no code is available
    Given a virtual card in status Active
    And a subscription that is called back where the Program has an address for it
    When the subscription is ended
    Given another subscription to the one-time codes of the card
    When a purchase asks for a one-time code
    Then the code reaches the new subscription and not the ended one
    And no callback announces it to the ended one

  @TM-57
  Scenario: The legacy subscription by cardholder is answered
    Given a virtual card in status Active
    When all the cardholder's cards are subscribed in the legacy form
    Then the legacy form gets a clear answer
    When a subscription is asked for that names neither card nor cardholder
    Then the subscription is refused as incomplete
