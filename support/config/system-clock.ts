import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.js';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // node:timers rejects with an AbortError of its own; the Clock promises the signal's reason.
      throw signal?.aborted === true ? (signal.reason as unknown) : error;
    }
  },
};
