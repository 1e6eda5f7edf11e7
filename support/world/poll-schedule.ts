import type { Timing } from '../config/profile.js';

/** How much longer each wait is than the one before, until it is the greatest. */
const growth = 1.5;
/** The greatest part of a wait that chance takes away. */
const jitter = 0.1;

/**
 * The waits between reads, in milliseconds: growing from the profile's first to its greatest, each shortened at random
 * by up to a tenth so that many runs do not poll in step.
 */
export function* pollSchedule(timing: Timing, random: () => number): Generator<number, never> {
  for (let delay = timing.pollInitialMs; ; delay = Math.min(delay * growth, timing.pollMaxMs)) {
    yield delay * (1 - random() * jitter);
  }
}

/** The bounds a schedule keeps, as a check takes them. */
export function pollBounds({ pollInitialMs, pollMaxMs }: Timing) {
  return { pollInitialMs, pollMaxMs, growth, jitter } as const;
}
