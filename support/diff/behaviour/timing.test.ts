import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareBehaviour } from './compare-behaviour.js';
import type { ObservedBehaviour } from './observed-behaviour.js';
import { observed } from './testing/observed-exchanges.js';
import { DurationTally, type Durations } from './timing.js';

test('durations are counted, not kept: nearest ranks and the exchange of the longest', () => {
  const tally = new DurationTally();
  assert.equal(tally.durations(), null);
  for (const [place, duration] of [5, 1, 9, 3, 3].entries()) tally.add(duration, `x-${place}`);
  assert.deepEqual(tally.durations(), { count: 5, median: 3, p90: 9, slowest: 'x-2' });
});

const cases: readonly (readonly [string, Partial<Durations>, Partial<Durations>, string])[] = [
  ['twice as long, and more than the floor', { median: 300, p90: 400 }, { median: 700, p90: 900 }, 'operation-slower'],
  ['the way back', { median: 700, p90: 900 }, { median: 300, p90: 400 }, 'operation-faster'],
  ['ten times as long, below the floor', { median: 2, p90: 3 }, { median: 20, p90: 40 }, ''],
  ['above the floor, not twice as long', { median: 1000, p90: 1100 }, { median: 1900, p90: 2500 }, ''],
  ['within what the old run varied by', { median: 300, p90: 2000 }, { median: 700, p90: 900 }, ''],
  ['seen too seldom', { median: 300, p90: 400, count: 4 }, { median: 700, p90: 900 }, ''],
];
for (const [what, before, after, rule] of cases) {
  test(`an operation that takes ${what}: ${rule === '' ? 'no difference' : rule}`, async () => {
    const changes = compareBehaviour(await timed(before), await timed(after)).changes;
    assert.deepEqual(
      changes.map((change) => change.rule),
      rule === '' ? [] : [rule],
    );
    const [change] = changes;
    if (change === undefined) return;
    assert.match(change.words, /takes \d+ ms .*, took \d+ ms/);
    const again = compareBehaviour(await timed(before), await timed({ ...after, count: 31 })).changes;
    assert.equal(again[0]?.fingerprint, change.fingerprint, 'measurements are no part of a fingerprint');
  });
}

test('a stage that takes longer on the clock of the target; one that was seen once is not compared', async () => {
  const stage = (median: number, count: number): Partial<ObservedBehaviour> => ({
    stages: [
      {
        ...{ lifecycle: 'deposit', transition: 'bank-cleared', from: 'ledger', to: 'available' },
        ...{ count, median, p90: median + 1, slowest: 'x-000001' },
      },
    ],
  });
  const run = await observed({ calls: [{}] });
  const compared = (before: object, after: object) =>
    compareBehaviour({ ...run, ...before }, { ...run, ...after }).changes.map(({ words }) => words);
  assert.deepEqual(compared(stage(360, 3), stage(900, 3)), [
    'deposit from ledger to available (bank-cleared) takes 900 s (nine in ten at most 901 s, 3 times), ' +
      'took 360 s (nine in ten at most 361 s, 3 times) (target time)',
  ]);
  assert.deepEqual(compared(stage(360, 1), stage(900, 1)), []);
  assert.deepEqual(compared(stage(360, 1), { stages: [] }), []);
  assert.match(compared(stage(360, 3), { stages: [] }).join(), /saw before and see no more/);
});

test('a stage is timed by the Date of the answers that first showed its two states', async () => {
  const at = (date: string) => ({ headers: { date } });
  const step = {
    entity: 'deposit' as const,
    entityId: '1',
    scenario: 'a',
    at: '2026-11-21T08:00:00.000Z',
    collapsed: false,
  };
  const run = await observed({
    calls: [
      at('Sat, 21 Nov 2026 15:00:00 GMT'),
      at('Sat, 21 Nov 2026 15:06:00 GMT'),
      at('Sat, 21 Nov 2026 15:10:00 GMT'),
    ],
    transitions: [
      { ...step, from: 'none', to: 'in-flight', transition: 'bank-sent', exchangeId: 'x-000001' },
      { ...step, from: 'in-flight', to: 'ledger', transition: 'bank-detected', exchangeId: 'x-000002' },
      { ...step, from: 'ledger', to: 'available', transition: 'bank-cleared', exchangeId: 'x-000003', collapsed: true },
    ],
  });
  assert.deepEqual(
    run.stages.map(({ from, to, median, count, slowest }) => [from, to, median, count, slowest]),
    [['in-flight', 'ledger', 360, 1, 'x-000002']],
  );
});

async function timed(change: Partial<Durations>): Promise<ObservedBehaviour> {
  const run = await observed({ calls: [{}] });
  const duration = { count: 30, median: 300, p90: 400, slowest: 'x-000001', ...change };
  return { ...run, operations: run.operations.map((operation) => ({ ...operation, duration })) };
}
