import type { Clock } from './clock.js';

/** Two views of one time: waits on `leaping` take no real time but count as if they had; waits on `steady` are real. */
export interface LeapingTime {
  readonly steady: Clock;
  readonly leaping: Clock;
  /** Milliseconds leapt so far. */
  readonly ahead: () => number;
}

/**
 * A time that jumps over the waits of `leaping`, so that half a minute of patience is proved in an instant. Network
 * timeouts stay on `steady`, which shows the same time.
 */
export function createLeapingTime(base: Clock): LeapingTime {
  let ahead = 0;
  const now = () => base.now() + ahead;
  return {
    steady: { now, sleep: (ms, signal) => base.sleep(ms, signal) },
    leaping: {
      now,
      sleep: (ms, signal) => {
        if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
        ahead += ms;
        return Promise.resolve();
      },
    },
    ahead: () => ahead,
  };
}
