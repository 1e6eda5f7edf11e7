import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shardIndex } from './shard-index.js';

test('reads the i-th of n parts', () => {
  assert.deepEqual(shardIndex('2/4'), { index: 2, of: 4 });
  assert.deepEqual(shardIndex('99/99'), { index: 99, of: 99 });
  assert.deepEqual(shardIndex('1/1'), { index: 1, of: 1 });
});

test('refuses what names no part', () => {
  for (const text of ['7/5', '0/5', '5', '1/100', '-1/4', '1/4 ', 'a/b', '1/0', '1//4', ''])
    assert.throws(() => shardIndex(text), { code: 'CMD-102', exit: 64 }, text);
});
