import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.js';

/**
 * Milliseconds since the Unix epoch at which the machine's steady count of milliseconds was 0. All threads of a process
 * have the same count, so a clock that begins at the same origin shows the same time in each of them.
 */
export const systemOrigin = Date.now() - steadyMs();

/**
 * The machine's own clock as it was when the process began, and from there on as the seconds pass: setting the machine's
 * clock moves no deadline. Whether somebody set it is told by {@link wallTime}.
 */
export const systemClock: Clock = {
  now: () => Math.floor(systemOrigin + steadyMs()),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // node:timers rejects with an AbortError of its own; the Clock promises the signal's reason.
      throw signal?.aborted === true ? (signal.reason as unknown) : error;
    }
  },
};

/** What the machine's clock shows, milliseconds since the Unix epoch. It can be set, and it runs on while the machine sleeps. */
export function wallTime(): number {
  return Date.now();
}

/** The machine's steady count of milliseconds, with fractions: nobody sets it, and every thread reads the same one. */
export function steadyMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
