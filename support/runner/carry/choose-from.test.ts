import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { Plan } from '../plan.js';
import { chooseFrom, type CarrySource } from './carry-source.js';
import { narrowPlan } from './narrow-plan.js';
import { aCarriedPlan, anEarlierRun, aPlanned, aSettled } from './test-kit/carried-run.js';

const other = aPlanned({ id: 'cards/other:x', name: 'Other', requirements: ['TM-30'], tags: ['@TM-30'], line: 9 });
const pack: OpenPack = { place: '', files: [], odd: [], file: () => null };
const from: CarrySource = {
  ...{ pack, source: aCarriedPlan().source, earlier: anEarlierRun() },
  results: { scenarios: [aSettled()], rows: new Map([['TM-29', 'demonstrated']]) },
};
const whole: Plan = {
  ...{ scenarios: [aPlanned(), other], catalogue: [aPlanned(), other], carried: [], partial: false },
  ...{ selection: { tags: null, scenarioId: null, rows: null, order: 'defined' }, description: 'all scenarios' },
};
const start = '2026-11-21T08:00:00.000Z';
const ids = (plan: Plan) => plan.scenarios.map(({ id }) => id);

test('what the pack demonstrates does not run; together the two are the whole matrix', () => {
  const plan = narrowPlan(whole, chooseFrom(from, whole, start), from.source.runId);
  assert.deepEqual([ids(plan), plan.carried, plan.partial], [['cards/other:x'], ['cards/hold:block-a-card'], false]);
});

test('a selection beside it always runs, and leaves the run partial only when something is missing', () => {
  const selection = { ...whole.selection, tags: '@TM-30' };
  const rest = { ...whole, selection, scenarios: [other], partial: true };
  assert.equal(narrowPlan(rest, chooseFrom(from, rest, start), 'run').partial, false);
  const more = { ...rest, catalogue: [...whole.catalogue, aPlanned({ id: 'third:x', line: 11 })] };
  assert.equal(narrowPlan(more, chooseFrom(from, more, start), 'run').partial, true);
  const again = { ...whole, selection: { ...selection, tags: '@TM-29' }, scenarios: [aPlanned()], partial: true };
  const both = {
    ...from,
    results: { ...from.results, scenarios: [aSettled(), aSettled({ id: other.id, planned: other })] },
  };
  const rows = new Map([...from.results.rows, ['TM-30', 'demonstrated'] as const]);
  const chosen = chooseFrom({ ...both, results: { ...both.results, rows } }, again, start);
  assert.deepEqual(
    [chosen.map(({ id }) => id), ids(narrowPlan(again, chosen, 'run'))],
    [['cards/other:x'], ['cards/hold:block-a-card']],
  );
});

test('a pack of 31 days is refused, one of 30 is not', () => {
  assert.equal(chooseFrom(from, whole, '2026-12-10T08:00:00.000Z').length, 1);
  assert.throws(() => chooseFrom(from, whole, '2026-12-11T08:00:00.000Z'), {
    ...{ code: 'CRY-103', exit: 64 },
    message: /run-20261110T080000Z-bbbbbb: it began on 2026-11-10T08:00:00\.000Z, 31 days before/,
  });
});

test('a pack that demonstrates nothing, and one that leaves nothing to run, are refused', () => {
  const nothing = { ...from, results: { ...from.results, rows: new Map() } };
  assert.throws(() => chooseFrom(nothing, whole, start), { code: 'CRY-105', exit: 64 });
  const all = { ...whole, scenarios: [aPlanned()], catalogue: [aPlanned()] };
  assert.throws(() => narrowPlan(all, chooseFrom(from, all, start), 'run'), { code: 'CRY-104', exit: 64 });
});
