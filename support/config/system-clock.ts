import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.js';

const started = Date.now() - performance.now();

/**
 * The machine's own clock as it was when the process began, and from there on as the seconds pass: setting the machine's
 * clock moves no deadline. Whether somebody set it is told by {@link wallTime}.
 */
export const systemClock: Clock = {
  now: () => Math.floor(started + performance.now()),
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
