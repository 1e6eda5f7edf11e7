import type { Timing } from '../config/profile.js';

const growth = 1.5;

/**
 * The waits between reads, in milliseconds: growing from the profile's first to its greatest, each shortened at random
 * by up to a tenth so that many runs do not poll in step.
 */
export function* pollSchedule(timing: Timing, random: () => number): Generator<number, never> {
  for (let delay = timing.pollInitialMs; ; delay = Math.min(delay * growth, timing.pollMaxMs)) {
    yield delay * (1 - random() / 10);
  }
}
