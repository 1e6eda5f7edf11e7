import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from './remembered.js';

/** A stream of numbers that counts how often it is read. */
function counted(limit: number) {
  let reads = 0;
  const stream = remembered(async function* () {
    reads += 1;
    for (const value of [1, 2, 3]) yield await Promise.resolve({ value, bytes: 10 });
  }, limit);
  const all = async () => {
    const values: number[] = [];
    for await (const value of stream()) values.push(value);
    return values;
  };
  return { stream, all, reads: () => reads };
}

test('a small stream is read once, and every reader gets all of it', async () => {
  const { all, reads } = counted(30);
  assert.deepEqual(
    [await all(), await all(), await all()],
    [
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ],
  );
  assert.equal(reads(), 1);
});

test('a large stream is read anew', async () => {
  const { all, reads } = counted(29);
  assert.deepEqual(
    [await all(), await all()],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  );
  assert.equal(reads(), 2);
});

test('what a reader left in the middle is not taken for the whole', async () => {
  const { stream, all } = counted(30);
  for await (const value of stream()) if (value === 2) break;
  assert.deepEqual(await all(), [1, 2, 3]);
});

test('two readers at the same time get all of it each', async () => {
  const { all } = counted(30);
  assert.deepEqual(await Promise.all([all(), all()]), [
    [1, 2, 3],
    [1, 2, 3],
  ]);
});
