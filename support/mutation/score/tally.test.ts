import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowScoresOf } from './row-score.js';
import { isFull, tallyOf, tallyWords } from './tally.js';

const outcome = fc.constantFrom('killed', 'survived', 'false-alarm', 'broken', 'equivalent', 'refuted');
const requirements = fc.uniqueArray(fc.constantFrom('TM-01', 'TM-02', 'TM-03'));
const mutants = fc.array(fc.record({ outcome, requirements }));

test('every mutant comes to exactly one end, in all and in each of its rows', () => {
  fc.assert(
    fc.property(mutants, mutants, (faults, answers) => {
      const { mutants: all, ...ends } = tallyOf(faults);
      assert.equal(all, faults.length);
      assert.equal(
        Object.values(ends).reduce((sum, count) => sum + count, 0),
        all,
      );
      const rows = rowScoresOf(faults, answers);
      const named = (list: typeof faults) => list.reduce((sum, one) => sum + one.requirements.length, 0);
      assert.deepEqual(
        [
          rows.reduce((sum, { behaviour }) => sum + behaviour.mutants, 0),
          rows.reduce((sum, { wire }) => sum + wire.mutants, 0),
        ],
        [named(faults), named(answers)],
      );
    }),
  );
});

const none = { survived: 0, falseAlarms: 0, broken: 0, equivalent: 0, refuted: 0 };

test('only a full score reads 100 %, and an equivalent mutant is not counted', () => {
  assert.equal(tallyWords({ ...none, mutants: 172, killed: 172 }), '172 of 172 killed (100 %)');
  assert.equal(
    tallyWords({ ...none, mutants: 10_000, killed: 9999, survived: 1 }),
    '9999 of 10000 killed (99.9 %), 1 survived',
  );
  assert.equal(tallyWords({ ...none, mutants: 3, killed: 2, equivalent: 1 }), '2 of 2 killed (100 %), 1 equivalent');
  assert.equal(tallyWords({ ...none, mutants: 0, killed: 0 }), '0 of 0 killed');
});

test('a score of nothing is not full, and neither is one with anything but kills and equivalents', () => {
  assert.equal(isFull({ ...none, mutants: 2, killed: 1, equivalent: 1 }), true);
  assert.equal(isFull({ ...none, mutants: 0, killed: 0 }), false);
  assert.equal(isFull({ ...none, mutants: 1, killed: 0, equivalent: 1 }), false);
  for (const end of ['survived', 'falseAlarms', 'broken', 'refuted'] as const) {
    assert.equal(isFull({ ...none, mutants: 2, killed: 1, [end]: 1 }), false, end);
  }
});
