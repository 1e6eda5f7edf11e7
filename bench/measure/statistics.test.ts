import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ratioOf, spreadOf, spreadText } from './statistics.js';

const figures = fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });

test('median and quartiles are in order, within the measurements, whatever their order was', () => {
  fc.assert(
    fc.property(figures, (values) => {
      const { low, median, high, count } = spreadOf(values);
      assert.ok(Math.min(...values) <= low && low <= median && median <= high && high <= Math.max(...values));
      assert.deepEqual(spreadOf([...values].reverse()), { low, median, high, count });
    }),
  );
});

test('the quartiles are interpolated', () => {
  assert.deepEqual(spreadOf([4, 1, 2, 3]), { median: 2.5, low: 1.75, high: 3.25, count: 4 });
  assert.deepEqual(spreadOf([7]), { median: 7, low: 7, high: 7, count: 1 });
});

test('a ratio compares what was measured in the same round', () => {
  // Everything took three times as long in the second round: the ratio does not see it.
  assert.deepEqual(ratioOf([2, 6], [1, 3]), { median: 2, low: 2, high: 2, count: 2 });
  assert.throws(() => ratioOf([1, 2], [1]), /as many rounds/);
  assert.throws(() => spreadOf([]), /nothing was measured/);
});

test('a spread reads as median and quartiles', () => {
  assert.equal(spreadText({ median: 1234.56, low: 999.94, high: 2000, count: 5 }, 1), '1,234.6 (999.9 to 2,000.0)');
  assert.equal(spreadText(spreadOf([3])), '3 (3 to 3)');
});
