Feature: Compliance review
  A submitted cardholder is reviewed. On staging the outcome can be forced, and the cardholder's status follows.

  @TM-18
  Scenario: Submission returns the hosted identity check
    Given a cardholder in status Draft
    When the cardholder is submitted for compliance review
    Then the platform returns a link to the hosted identity check
    And the cardholder reaches status Under Review

  @TM-18
  Scenario: Once approved, a cardholder is not submitted again
    Given a cardholder in status Approved
    When the approved cardholder is submitted once more
    Then the submission is refused

  @TM-01
  Scenario: A review decided in favour approves the cardholder
    Given a cardholder in status Under Review
    When the review is decided in favour of the cardholder
    Then the cardholder reaches status Approved
    And a virtual card can be issued

  @TM-02
  Scenario: A review decided against declines the cardholder
    Given a cardholder in status Under Review
    When the review is decided against the cardholder
    Then the cardholder reaches status Compliance Decline
    And a replacement link can be requested, or the cardholder submitted again

  @TM-03
  Scenario: A declined cardholder can try again
    Given a cardholder in status Compliance Decline
    When the identity check is opened again
    Then the review was seen to resume
    When the review is decided in favour of the cardholder
    Then the cardholder is Approved after the second attempt

  @TM-19
  Scenario: Polling goes on through the passing status until the review has ended
    Given a cardholder in status Under Review
    When the review is decided in favour of the cardholder
    And polling goes on until the review has ended
    Then polling ended on the first settled status

  @TM-20
  Scenario: An expired link is replaced while the review stays open
    Given a cardholder in status Under Review
    When a replacement link is requested twice
    Then the two links differ
    And the review is still open
