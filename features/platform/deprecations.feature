Feature: Deprecations
  Three operations of the platform still work and should not be used in anything new.

  @TM-68
  Scenario: No deprecated operation is used
    Then no operation that the matrix may call, or has called so far, is deprecated
