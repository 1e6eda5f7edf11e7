import type { Clock } from './clock.js';
import { leapsOf, sharedTime, type SharedTime } from './shared-time.js';

/** Two views of one time: waits on `leaping` take no real time but count as if they had; waits on `steady` are real. */
export interface LeapingTime {
  readonly steady: Clock;
  readonly leaping: Clock;
  /** Milliseconds leapt so far. */
  readonly ahead: () => number;
  /** The same time for another thread: what is leapt here is leapt there at once. */
  readonly shared: SharedTime;
}

/**
 * A time that jumps over the waits of `leaping`, so that half a minute of patience is proved in an instant. Network
 * timeouts stay on `steady`, which shows the same time.
 */
export function createLeapingTime(base: Clock): LeapingTime {
  const shared = sharedTime(base);
  const { ahead, leap } = leapsOf(shared);
  const now = () => base.now() + ahead();
  return {
    steady: { now, sleep: (ms, signal) => base.sleep(ms, signal) },
    leaping: {
      now,
      sleep: (ms, signal) => {
        if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
        leap(ms);
        return Promise.resolve();
      },
    },
    ahead,
    shared,
  };
}
