import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { catalogueOf } from './catalogue.js';
import { readFeatures, type Envelope } from './cucumber.js';
import { planOfCucumber } from './cucumber-plan.js';
import type { PlannedScenario } from './planned-scenario.js';

describe('planOfCucumber on the features of this repository', () => {
  let features: readonly Envelope[] = [];
  before(async () => {
    features = await readFeatures();
  });

  /** What Cucumber would send for the chosen scenarios, each step with so many definitions. */
  function assembled(choose: (scenario: PlannedScenario) => boolean, definitions = 1): readonly Envelope[] {
    const byPickle = catalogueOf(features);
    return features.flatMap((envelope) => {
      const { testCase } = envelope;
      if (testCase === undefined) return [envelope];
      const scenario = byPickle.get(testCase.pickleId);
      if (scenario === undefined || !choose(scenario)) return [];
      const copy = structuredClone(envelope);
      for (const step of copy.testCase?.testSteps ?? []) {
        step.stepDefinitionIds = Array.from({ length: definitions }, (_, index) => `definition ${String(index)}`);
      }
      return [copy];
    });
  }

  const ofProduction = ({ tags }: PlannedScenario) => tags.includes('@TM-72') || tags.includes('@TM-73');
  const ofMatrix = (scenario: PlannedScenario) => !ofProduction(scenario) && !scenario.tags.includes('@self');

  it('calls everything that runs in an environment a full run', () => {
    const matrix = planOfCucumber(assembled(ofMatrix), features, 'staging');
    assert.equal(matrix.partial, false);
    assert.ok(matrix.scenarios.length > 90 && matrix.scenarios.length < matrix.catalogue.length);
    const production = planOfCucumber(assembled(ofProduction), features, 'production');
    assert.deepEqual([production.partial, production.scenarios.length], [false, 2]);
  });

  it('calls anything less a partial run, and what proves the harness as well', () => {
    const one = planOfCucumber(
      assembled(({ tags }) => tags.includes('@TM-11')),
      features,
      'emulator',
    );
    assert.deepEqual([one.partial, one.scenarios.length], [true, 1]);
    const self = planOfCucumber(
      assembled(({ tags }) => tags.includes('@self')),
      features,
      'emulator',
    );
    assert.equal(self.partial, true);
  });

  it('refuses nothing, scenarios of another environment, and steps without exactly one definition', () => {
    const plan = (chosen: readonly Envelope[], environment: 'emulator' | 'production') => () =>
      planOfCucumber(chosen, features, environment);
    assert.throws(
      plan(
        assembled(() => false),
        'emulator',
      ),
      { code: 'RUN-103', exit: 64 },
    );
    assert.throws(plan(assembled(ofProduction), 'emulator'), { code: 'RUN-113', exit: 64 });
    assert.throws(plan(assembled(ofMatrix), 'production'), { code: 'RUN-113', exit: 64 });
    assert.throws(plan(assembled(ofMatrix, 0), 'emulator'), { code: 'RUN-204', exit: 3, message: /^Undefined/ });
    assert.throws(plan(assembled(ofMatrix, 2), 'emulator'), { code: 'RUN-204', exit: 3, message: /^Ambiguous/ });
  });
});
