import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mostShards, numberBefore, shardOfNumber } from './shard-numbers.js';

test('every number of a shard leads back to it, and ranges do not touch', () => {
  const shard = fc.integer({ min: 1, max: mostShards });
  fc.assert(
    fc.property(shard, fc.integer({ min: 1, max: 1_000_000 }), (index, count) => {
      const number = numberBefore(index) + count;
      assert.equal(shardOfNumber(number), index);
      assert.equal(String(number).length, 9);
    }),
  );
});

test('a run that is no shard counts from 1, and its numbers belong to no shard', () => {
  assert.equal(numberBefore(null), 0);
  assert.deepEqual([1, 50_000, 100_000_000, 200_000_001].map(shardOfNumber), [null, null, null, null]);
});
