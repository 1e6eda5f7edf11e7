import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowTalliesOf, tallyOf, tallyWords } from './tally.js';

const outcome = fc.constantFrom('killed', 'survived', 'broken', 'equivalent', 'refuted');
const requirements = fc.uniqueArray(fc.constantFrom('TM-01', 'TM-02', 'TM-03'));

test('every mutant comes to exactly one end, in all and in each row', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ outcome, requirements })), (mutants) => {
      const { mutants: all, ...ends } = tallyOf(mutants);
      assert.equal(all, mutants.length);
      assert.equal(
        Object.values(ends).reduce((sum, count) => sum + count, 0),
        all,
      );
      const rows = rowTalliesOf(mutants);
      assert.equal(
        rows.reduce((sum, row) => sum + row.mutants, 0),
        mutants.reduce((sum, mutant) => sum + mutant.requirements.length, 0),
      );
    }),
  );
});

test('only a full score reads 100 %, and an equivalent mutant is not counted', () => {
  const none = { survived: 0, broken: 0, equivalent: 0, refuted: 0 };
  assert.equal(tallyWords({ ...none, mutants: 172, killed: 172 }), '172 of 172 killed (100 %)');
  assert.equal(
    tallyWords({ ...none, mutants: 10_000, killed: 9999, survived: 1 }),
    '9999 of 10000 killed (99.9 %), 1 survived',
  );
  assert.equal(tallyWords({ ...none, mutants: 3, killed: 2, equivalent: 1 }), '2 of 2 killed (100 %), 1 equivalent');
  assert.equal(tallyWords({ ...none, mutants: 0, killed: 0 }), '0 of 0 killed');
});
