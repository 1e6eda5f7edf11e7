@self
Feature: The production check works
  Proves the harness itself, against the emulator's production mode. It counts for no row of the matrix.

  Scenario: The simulation is absent from the emulator's production mode
    Given an emulator in production mode
    When a review result is forced there for a cardholder that does not exist
    Then production answers that the simulation is absent
