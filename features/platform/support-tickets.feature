Feature: Support tickets
  What calls cannot do is asked for by ticket.

  @TM-64
  Scenario: A ticket is raised
    Given a cardholder in status Draft
    When a ticket is raised about the cardholder
    Then the ticket is accepted
