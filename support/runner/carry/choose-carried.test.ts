import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aResult } from '../../verdict/testing/samples.js';
import { requirementOutcomes, scenarioVerdicts, type RequirementOutcome } from '../../verdict/verdict.js';
import type { PlannedScenario } from '../planned-scenario.js';
import { chooseCarried } from './choose-carried.js';
import type { SettledScenario } from './settled-scenarios.js';
import { aPlanned, aSettled } from './test-kit/carried-run.js';

const start = '2026-11-21T08:00:00.000Z';

interface Setting {
  readonly settled?: Partial<SettledScenario>;
  readonly outcome?: RequirementOutcome | null;
  readonly today?: readonly PlannedScenario[];
}

function chosen({ settled = {}, outcome = 'demonstrated', today = [aPlanned()] }: Setting): string[] {
  const rows = new Map(outcome === null ? [] : [['TM-29', outcome] as const]);
  return chooseCarried({ scenarios: [aSettled(settled)], rows }, today, start).map(({ id }) => id);
}

test('a scenario that proved a demonstrated row is carried, with the run and the date that are really its own', () => {
  const older = { runId: 'run-20261101T080000Z-aaaaaa', startedAt: '2026-11-01T08:00:00.000Z' };
  const carried = chooseCarried(
    { scenarios: [aSettled(older)], rows: new Map([['TM-29', 'demonstrated']]) },
    [aPlanned({ line: 99 })],
    start,
  );
  assert.deepEqual(carried, [{ id: 'cards/hold:block-a-card', ...older }]);
});

test('every verdict and every outcome: only what stands is carried', () => {
  const good = ['review', 'advisory', 'pass', 'not-applicable'];
  for (const verdict of scenarioVerdicts) {
    const count = chosen({ settled: { result: aResult({ verdict }) } }).length;
    assert.equal(count, good.includes(verdict) ? 1 : 0, verdict);
  }
  const settled = ['demonstrated', 'demonstrated-with-advisory', 'not-applicable'];
  for (const outcome of requirementOutcomes) {
    assert.equal(chosen({ outcome }).length, settled.includes(outcome) ? 1 : 0, outcome);
  }
});

const runAgain: readonly (readonly [string, Setting])[] = [
  ['of a row the earlier pack does not know', { outcome: null }],
  ['with one row of two that is not demonstrated', { today: [aPlanned({ requirements: ['TM-29', 'TM-30'] })] }],
  ['that has other steps today', { today: [aPlanned({ steps: [] })] }],
  ['that has another tag today', { today: [aPlanned({ tags: ['@TM-29', '@slow'] })] }],
  ['that is gone', { today: [] }],
  ['that nobody planned', { settled: { planned: null } }],
  ['that ran 31 days ago, although the pack is younger', { settled: { startedAt: '2026-10-21T08:00:00.000Z' } }],
];

for (const [name, setting] of runAgain) {
  test(`runs again: a scenario ${name}`, () => {
    assert.deepEqual(chosen(setting), []);
  });
}
