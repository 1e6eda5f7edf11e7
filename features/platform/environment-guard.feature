Feature: Environment guard
  Certification never creates anything in production and never talks to the host of another environment.

  @TM-69
  Scenario: Nothing is created in production
    Given a run that is set to production
    Then every creating call is refused before it is sent

  @TM-69
  Scenario Outline: A <environment> run refuses the host of another environment
    Given a run that is set to <environment> with the host of another environment
    Then the run is refused before it starts

    Examples:
      | environment |
      | emulator    |
      | staging     |
      | production  |
