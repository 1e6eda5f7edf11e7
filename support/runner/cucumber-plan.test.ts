import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { catalogueOf } from './catalogue.js';
import { readFeatures, type Envelope } from './cucumber.js';
import { assembledScenarios, planOfCucumber } from './cucumber-plan.js';
import type { PlannedScenario } from './plan.js';

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

  it('names the scenarios around a line that holds none', () => {
    const unassembled = features.filter(({ testCase }) => testCase === undefined);
    const uri = 'features/cards/card-lifecycle.feature';
    const [first, second] = [...catalogueOf(features).values()].filter((scenario) => scenario.uri === uri);
    assert.ok(first !== undefined && second !== undefined);
    const near = (...lines: readonly number[]) => ({
      ...{ code: 'RUN-103', exit: 64 },
      next: `A run of nothing is never green. In ${first.uri} the scenarios around line ${String(lines[0])} are in ${lines
        .slice(1)
        .map((line) => `line ${String(line)}`)
        .join(' and ')}.`,
    });
    const given = (line: number) => () => assembledScenarios(unassembled, ['-p', `./${first.uri}:${String(line)}`]);
    assert.throws(given(first.line + 1), near(first.line + 1, first.line, second.line));
    assert.throws(given(1), near(1, first.line));
    assert.throws(() => assembledScenarios(unassembled, ['-p', first.uri]), { next: /Widen the selection\.$/ });
  });
});
