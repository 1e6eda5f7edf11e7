import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPlanned } from '../../runner/carry/test-kit/carried-run.js';
import type { ScenarioTimes } from '../../runner/shard/scenario-times.js';
import { slicesOf } from '../../runner/shard/slices.js';
import { partsOf } from './begin-parallel.js';

const unknown = { calls: 1, polls: 0, seconds: 1 };
const alone = [{ why: 'it counts everything there is', rows: ['TM-12'] }];
const times: ScenarioTimes = {
  ...{ version: 1, elsewhere: { call: 1, poll: 1 }, together: [], alone, unknown, scenarios: {} },
};
const plan = (...rows: readonly string[]) => ({
  scenarios: rows.map((row, at) => aPlanned({ id: `s/${String(at)}:x`, requirements: [row] })),
});

test('a plan gets a part for each worker, as far as it can be divided, and one for what runs alone', () => {
  assert.deepEqual(partsOf(plan('TM-10', 'TM-11', 'TM-12', 'TM-13'), 2, times), { of: 3, aloneLast: true });
  assert.deepEqual(partsOf(plan('TM-10', 'TM-11', 'TM-12'), 8, times), { of: 3, aloneLast: true });
  assert.deepEqual(partsOf(plan('TM-10', 'TM-11'), 2, times), { of: 2, aloneLast: false });
  assert.deepEqual(partsOf(plan('TM-10', 'TM-10'), 4, times), { of: 1, aloneLast: false });
  assert.deepEqual(partsOf(plan('TM-12'), 4, times), { of: 1, aloneLast: false });
});

test('the parts are as many as the plan can then be divided into', () => {
  for (const rows of [['TM-10', 'TM-11', 'TM-12'], ['TM-10'], ['TM-12'], ['TM-10', 'TM-11', 'TM-13', 'TM-14']]) {
    for (const workers of [1, 2, 3, 9]) {
      const { of } = partsOf(plan(...rows), workers, times);
      const divided = slicesOf(plan(...rows).scenarios, { of, aloneApart: true, embedded: true, times });
      assert.equal(divided.slices?.length, of, `${rows.join()} for ${workers}`);
    }
  }
});
