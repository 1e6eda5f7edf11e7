import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../config/clock.js';
import { createFakeClock } from '../emulator/test-kit/fake-clock.js';
import { Deadlines } from './deadlines.js';

test('each falls due after its own time, and what ended before does not', async () => {
  const clock = createFakeClock(0);
  const deadlines = new Deadlines(clock, 500);
  const late: string[] = [];
  deadlines.begin(() => late.push('first'));
  clock.advance(200);
  const end = deadlines.begin(() => late.push('second'));
  clock.advance(100);
  deadlines.begin(() => late.push('third'));
  end();
  clock.advance(200);
  await turn();
  assert.deepEqual(late, ['first']);
  clock.advance(299);
  await turn();
  assert.deepEqual(late, ['first']);
  clock.advance(1);
  await turn();
  assert.deepEqual(late, ['first', 'third']);
  deadlines.close();
});

test('one wait watches all of them, and closing ends it', async () => {
  const waits: (AbortSignal | undefined)[] = [];
  const clock: Clock = {
    now: () => 0,
    sleep: (_ms, signal) =>
      new Promise((_resolve, reject) => {
        waits.push(signal);
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  };
  const deadlines = new Deadlines(clock, 500);
  for (let call = 0; call < 1000; call += 1) deadlines.begin(() => assert.fail('nothing is late'))();
  assert.equal(waits.length, 1);
  const open = deadlines.begin(() => assert.fail('what is open is not watched any more'));
  deadlines.close();
  await turn();
  assert.equal(waits[0]?.aborted, true);
  open();
  const begun = deadlines.begin(() => assert.fail('what begins afterwards is not watched'));
  await turn();
  begun();
  assert.equal(waits.length, 1);
});

test('a broken clock ends what is open and lets nothing begin', async () => {
  const deadlines = new Deadlines({ now: () => 0, sleep: () => Promise.reject(new Error('no time')) }, 500);
  let late = 0;
  const end = deadlines.begin(() => (late += 1));
  await turn();
  assert.equal(late, 1);
  assert.throws(end, /no time/);
  assert.throws(() => deadlines.begin(() => undefined), /no time/);
});

test('a clock that stands still is no endless wait', async () => {
  const deadlines = new Deadlines({ now: () => 0, sleep: () => Promise.resolve() }, 500);
  let late = 0;
  deadlines.begin(() => (late += 1));
  await turn();
  assert.equal(late, 1);
});

test('work that ended while the process was held up is not late, and what still has not ended a second later is', async () => {
  let now = 0;
  const sleepers: (() => void)[] = [];
  const clock: Clock = { now: () => now, sleep: () => new Promise((wake) => sleepers.push(wake)) };
  const wake = async () => {
    sleepers.shift()?.();
    await turn();
  };
  const deadlines = new Deadlines(clock, 500);
  const late: string[] = [];
  const end = deadlines.begin(() => late.push('read after the hold-up'));
  deadlines.begin(() => late.push('never answered'));
  // Stopped for half a minute: the timer fires before anything is read.
  now = 30_000;
  await wake();
  assert.deepEqual(late, []);
  end();
  now += 1000;
  await wake();
  assert.deepEqual(late, ['never answered']);
  deadlines.close();
});
