@self @fail-closed
Feature: Nothing that goes wrong is green
  A second harness, a copy of this very build, is given something that is wrong: a contract, a selection, a machine, a
  scenario, a target. It runs one row of the matrix beside it, which holds, so that nothing else can spoil the result.

  Scenario: A run in which nothing is wrong is green
    Given a harness in which nothing goes wrong
    When the harness runs "@TM-40 and not @planted"
    Then it ends with exit code 0 and the decision "partial", saying "every selected row that software can drive is demonstrated"

  Scenario Outline: A contract with <defect> stops the run
    Given a contract with <defect>
    When the harness runs "@TM-40 and not @planted"
    Then it ends with exit code 78 before its first call, saying "<said>"

    Examples:
      | defect                                  | said                            |
      | a pattern that is no regular expression | CON-108                         |
      | a reference that leads nowhere          | CON-105                         |
      | a misspelt keyword                      | CON-107: Unknown schema keyword |
      | an empty schema                         | CON-109                         |

  Scenario Outline: A selection that selects nothing is no run: <tags>
    When the harness runs "<tags>"
    Then it ends with exit code 64 before its first call, saying "<said>"

    Examples:
      | tags              | said                                    |
      | @TM-40 and @TM-41 | RUN-103                                 |
      | @TM-040           | RUN-101: No feature has the tag @TM-040 |

  Scenario: A part of the matrix that does not exist is no run
    When the harness is asked for shard 7/5
    Then it ends with exit code 64 before its first call, saying "CMD-102: --shard 7/5"

  Scenario Outline: A scenario that proves nothing spoils the run: <tag>
    When the harness runs "(@TM-40 and not @planted) or <tag>"
    Then it ends with exit code <code> and the decision "partial", saying "<said>"

    Examples:
      | tag                   | code | said                                           |
      | @checks-nothing       | 2    | Nothing is checked: vacuous, no check ran      |
      | @swallows-a-violation | 1    | A violated check is swallowed: fail            |
      | @swallows-a-refusal   | 3    | A refusal is swallowed: harness-error, WLD-112 |

  Scenario: A step that nobody wrote stops the run
    When the harness runs "(@TM-40 and not @planted) or @has-an-undefined-step"
    Then it ends with exit code 3 before its first call, saying "RUN-204: Undefined step"

  Scenario Outline: A harness that fails is not green: <trouble>
    Given a harness in which <trouble>
    When the harness runs "@TM-40 and not @planted"
    Then it ends with exit code <code> and the decision "partial", saying "<said>"

    Examples:
      | trouble                                  | code | said                                         |
      | a check answers with a word nobody knows | 4    | harness-error, unknown check outcome         |
      | a rule of the judge throws               | 2    | The rule planted-rule could not be evaluated |
      | the disk is full                         | 3    | TRC-102: A line of                           |
      | the clock jumps                          | 2    | the clock of this machine went ahead by 3600 |

  Scenario: A run that cannot be recorded does not begin
    Given a reports folder in which no run folder can be made
    When the harness runs "@TM-40 and not @planted"
    Then it ends with exit code 3 before its first call, saying "EVD-108"

  Scenario Outline: A target that <target> is not green
    Given a target that <target>
    When the harness runs "@TM-40 and not @planted"
    Then it ends with exit code <code> and the decision "partial", saying "<said>"

    Examples:
      | target                                         | code | said                                          |
      | answers 200 with an empty object to everything | 1    | TM-40 Register a bank account: contradicted   |
      | never answers                                  | 2    | was not judged: No HTTP answer came (timeout) |
      | closes every connection                        | 2    | was not judged: No HTTP answer came           |
