import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from './clock.js';
import { createLeapingTime } from './leaping-time.js';

const slept: number[] = [];
const base: Clock = { now: () => 1000, sleep: (ms) => Promise.resolve(void slept.push(ms)) };

test('a leap takes no real time and counts on both views', async () => {
  const { steady, leaping, ahead } = createLeapingTime(base);
  await leaping.sleep(7000);
  assert.deepEqual([steady.now(), leaping.now(), ahead(), slept], [8000, 8000, 7000, []]);
});

test('a wait on the steady view is a real one', async () => {
  const { steady } = createLeapingTime(base);
  await steady.sleep(5);
  assert.deepEqual([steady.now(), slept], [1000, [5]]);
});

test('an aborted leap rejects with the reason and does not move the time', async () => {
  const { leaping } = createLeapingTime(base);
  const reason = new Error('stop');
  await assert.rejects(leaping.sleep(9, AbortSignal.abort(reason)), reason);
  assert.equal(leaping.now(), 1000);
});
