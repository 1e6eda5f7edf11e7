Feature: The switch to production
  Between staging and production only the address and the credentials change; everything else stays as it was certified.

  @TM-75
  Scenario: Going live is a change of configuration only
    Given the configuration of this run and that of production
    Then only environment, address and credentials differ
    And no credential is used in both
