import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Clock } from './clock.js';
import { createLeapingTime } from './leaping-time.js';
import { clockOf, sharedTime, type SharedTime } from './shared-time.js';
import { systemClock } from './system-clock.js';

const day = 86_400_000;

/** Runs a clock in a thread of its own until it is told to stop, and tells what it shows each time it is asked. */
function clockInThread(time: SharedTime): {
  readonly look: () => Promise<number>;
  readonly end: () => Promise<number>;
} {
  const module = new URL('./shared-time.js', import.meta.url).href;
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const clock = import(${JSON.stringify(module)}).then(({ clockOf }) => clockOf(workerData));
    parentPort.on('message', async () => parentPort.postMessage((await clock).now()));`;
  const thread = new Worker(source, { eval: true, workerData: time });
  return {
    look: () =>
      new Promise((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.postMessage('look');
      }),
    end: () => thread.terminate(),
  };
}

describe('a time that threads share', () => {
  it('is the same in another thread, to the millisecond, and a leap is seen there at once', async () => {
    const { leaping, shared } = createLeapingTime(systemClock);
    const { look, end } = clockInThread(shared);
    try {
      for (const wait of [0, day, 0.25, day]) {
        await leaping.sleep(wait);
        const before = leaping.now();
        const seen = await look();
        assert.ok(before <= seen && seen <= leaping.now(), `${String(before)} ${String(seen)}`);
      }
    } finally {
      await end();
    }
  });

  it('keeps the difference of a clock that is not the machine’s own', () => {
    const early: Clock = { ...systemClock, now: () => systemClock.now() - day };
    const before = early.now();
    const shown = clockOf(sharedTime(early)).now();
    assert.ok(before <= shown && shown < before + day, `${String(before)} ${String(shown)}`);
  });

  it('leaves the waits of the other thread real', async () => {
    const clock = clockOf(sharedTime(systemClock));
    const reason = new Error('stop');
    await assert.rejects(clock.sleep(day, AbortSignal.abort(reason)), reason);
    await clock.sleep(0);
  });
});
