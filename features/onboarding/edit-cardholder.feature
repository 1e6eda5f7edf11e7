Feature: Editing a cardholder
  Details can be edited before the review and after a decline. Under review they are locked.

  @TM-06
  Scenario: A locked field cannot be edited under review
    Given a cardholder in status Under Review
    When the cardholder's lastName is changed to "Changed"
    Then the change is refused because the field is locked
    And the record is as it was
    And an edit of a contact detail is refused as well, or accepted

  @TM-06
  Scenario: A name cannot be edited once the cardholder is approved
    Given a cardholder in status Approved
    When the cardholder's lastName is changed to "Changed"
    Then the change is refused because the cardholder is approved
    And the record of the approved cardholder is as it was
    And an edit of the limit is refused as well, or accepted

  @TM-21
  Scenario Outline: Details can be edited in status <status>
    Given a cardholder in status <status>
    When the cardholder's zipCode is changed to "62799"
    Then the change is accepted
    And the record shows the change

    Examples:
      | status             |
      | Draft              |
      | Compliance Decline |
