import type { Clock } from '../../config/clock.js';

/** A clock that only moves when a test says so. */
export interface FakeClock extends Clock {
  /** Moves on by `ms` and wakes the sleepers that are due. */
  advance(ms: number): void;
}

/** Makes a clock that starts at a real instant, because TLS checks certificates against real time. */
export function createFakeClock(start: number): FakeClock {
  let now = start;
  const sleepers = new Set<{ readonly until: number; wake(): void }>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        });
      }),
    advance(ms) {
      now += ms;
      for (const sleeper of [...sleepers].filter(({ until }) => until <= now)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
