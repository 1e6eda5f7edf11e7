Feature: Error handling
  Answers that no target can be asked to give are replayed to the harness's own client by a server of its own. They prove
  how the client handles them, and say nothing about the target.

  @TM-14
  Scenario Outline: <answer> is recognised, and nothing is repeated blindly
    Given a platform that answers every call with <answer>
    When a cardholder is read there
    And a wallet is created there
    Then the client takes every answer for "<class>"
    And the client sent the creation once
    And it sent the read <times>

    Examples:
      | answer                           | class             | times      |
      | 400                              | malformed-request | once       |
      | 401                              | key-refused       | once       |
      | 403                              | forbidden         | once       |
      | the refusal of the network layer | network-refusal   | once       |
      | 404                              | not-found         | once       |
      | 409                              | state-conflict    | once       |
      | 422                              | invalid-data      | once       |
      | 429                              | rate-limited      | five times |
      | 500                              | server-failure    | five times |
      | 502                              | server-failure    | five times |
      | 503                              | server-failure    | five times |
      | 504                              | server-failure    | five times |
      | a broken connection              | reset             | five times |

  @TM-13
  Scenario: The refusal of the network layer is explained by both of its causes
    Given a platform that answers every call with the refusal of the network layer
    When a cardholder is read there
    Then the client takes every answer for "network-refusal"
    And its log names the allowlist and the reverse DNS as possible causes

  @TM-15
  Scenario Outline: A busy platform that asks to come back <moment> is asked again in time
    Given a platform that is too busy for three calls and asks to come back <moment>
    When a cardholder is read there
    Then the client waited each time before it asked again
    And the read succeeded in the end

    Examples:
      | moment                      |
      | after seven seconds         |
      | at a time it names          |
      | at a time of its own choice |

  @TM-15
  Scenario: A creation that meets a busy platform is left to whoever asked for it
    Given a platform that answers every call with 429
    When a wallet is created there
    Then the client sent the creation once

  @TM-16
  Scenario Outline: <answer> is a refusal
    Given a platform that answers every call with <answer>
    When a cardholder is read there
    And a wallet is created there
    Then both calls count as refused
    And the client sent the creation once
    And it sent the read once

    Examples:
      | answer                 |
      | 200 and the word error |
      | 201 and the word error |
      | 202 and the word error |
