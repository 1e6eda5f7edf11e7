Feature: Authentication
  A call needs the Program's client certificate, an allowed address and the Program's API key.

  @TM-10
  Scenario: The connection works end to end
    When cardholders are listed
    Then the list is answered
    And it comes in the documented envelope with the default page size

  @TM-11
  Scenario: Without a client certificate there is no answer at all
    When cardholders are listed without a client certificate
    Then the connection is rejected before any answer
    When cardholders are listed with a certificate of an issuer nobody knows
    Then that connection is rejected before any answer as well

  @TM-12
  Scenario: Without an API key a call is rejected
    When cardholders are listed without an API key
    Then the call without a key is rejected

  @TM-12
  Scenario: Without an API key nothing is created
    When a cardholder is created without an API key
    Then the call without a key is rejected

  @TM-12
  Scenario: Without an API key no review is read or decided
    Given a cardholder in status Under Review
    When the review is read and decided and its link replaced without an API key
    Then each call without a key is rejected

  @TM-12
  Scenario: Without an API key no card is read or used
    Given a virtual card in status Active
    When the card is read and blocked and a ticket raised without an API key
    Then each call without a key is rejected

  @TM-12
  Scenario: With a wrong API key a call is rejected
    When cardholders are listed with a wrong API key
    Then the call with a wrong key is rejected

  @TM-12
  Scenario: The key of one Program shows nothing of another
    When another Program's cardholder is read
    Then the record stays hidden

  @TM-65
  Scenario: During a rotation both certificates are valid
    When cardholders are listed with the old and with the new certificate
    Then both certificates are accepted
