import type { Changes } from './edited-build.js';

/** Where the scenarios are put in the build that has them. */
const feature = 'features/planted/bad-scenarios.feature';

/**
 * Scenarios that are wrong on purpose, each with a tag of its own. They claim a real row beside its real scenario, so that
 * nothing but themselves can spoil the run.
 */
const scenarios = `
@planted @TM-40
Feature: Bad scenarios

  @checks-nothing
  Scenario: Nothing is checked
    Given nothing in particular

  @swallows-a-violation
  Scenario: A violated check is swallowed
    When a violated check is swallowed
    Then a check is met

  @swallows-a-refusal
  Scenario: A refusal is swallowed
    When the refusal of a call is swallowed
    Then a check is met

  @has-an-undefined-step
  Scenario: A step has no definition
    Then a check is met
    And nobody has written this step
`;

const steps = `
import { Given, Then, When } from '@cucumber/cucumber';

const proved = (shared) => ['no-credential-shared', [], { shared }];

Given('nothing in particular', function () {});

When('a violated check is swallowed', function () {
  try {
    this.world.scope.prove(...proved(['a key']));
  } catch {
    this.swallowed = true;
  }
});

When('the refusal of a call is swallowed', async function () {
  try {
    await this.world.scope.callAccepted('the card of somebody else', 'getCard', { path: { cardId: 1 } });
  } catch {
    this.swallowed = true;
  }
});

Then('a check is met', function () {
  this.world.scope.prove(...proved([]));
});
`;

/** What the table of calls says of them; every scenario of a build has to be in it. */
const calls = `
  planted/bad-scenarios:nothing-is-checked: { calls: [] }
  planted/bad-scenarios:a-violated-check-is-swallowed: { calls: [] }
  planted/bad-scenarios:a-refusal-is-swallowed: { calls: [getCard] }
  planted/bad-scenarios:a-step-has-no-definition: { calls: [] }
`;

/** Adds the bad scenarios to a build, given its table of calls (`schemas/axys-v2/scenario-calls.yaml`). */
export function withBadScenarios(tableOfCalls: string): Changes {
  return {
    added: {
      [feature]: scenarios,
      'dist/steps/planted-steps.js': steps,
      'schemas/axys-v2/scenario-calls.yaml': `${tableOfCalls.trimEnd()}${calls}`,
    },
  };
}
