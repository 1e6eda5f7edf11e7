import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shapeProblem } from '../../config/evidence-schema.js';
import { countsOf } from './count-differences.js';
import { differenceKinds, type DifferenceCode } from './difference-codes.js';
import { differenceOf } from './money-difference.js';

const codes = Object.keys(differenceKinds) as DifferenceCode[];
const oneOfEach = codes.map((code) =>
  differenceOf(code, {
    holders: ['card:7'],
    movements: [],
    amount: 1,
    message: 'one',
    exchangeIds: ['x-000001', undefined],
  }),
);

it('the schema knows every code, and a page of the vendor stands behind each', () => {
  assert.equal(shapeProblem('money-differences', oneOfEach), null);
  for (const { source } of oneOfEach) assert.match(source, /^docs\//);
});

it('only an open question or an undocumented rule keeps a difference from rejecting', () => {
  for (const { code, class: itsClass, questions } of oneOfEach) {
    assert.ok(itsClass !== 'fail' || questions.length === 0, code);
  }
});

it('every difference is counted once, by class and by kind', () => {
  const { fail, review, undetermined, kinds } = countsOf(oneOfEach);
  assert.equal(fail + review + undetermined, codes.length);
  assert.deepEqual(
    kinds.map(({ code, count }) => [code, count]),
    codes.map((code) => [code, 1]),
  );
});
