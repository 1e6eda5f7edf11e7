import type { Clock } from '../../config/clock.js';

/** Emulated time: starts at the injected clock's time and runs `timeScale` times as fast. */
export interface EmulatedClock {
  /** Emulated milliseconds since the Unix epoch. */
  now(): number;
  /** Real milliseconds until an emulated instant; 0 when it has passed. */
  realMsUntil(instant: number): number;
  /** Leaps ahead to an emulated instant; one that has passed changes nothing. */
  leapTo(instant: number): void;
}

/** Wraps the injected clock. `timeScale` is emulated seconds per second, above 0. */
export function createEmulatedClock(clock: Clock, timeScale: number): EmulatedClock {
  const origin = clock.now();
  let leapt = 0;
  const now = (): number => Math.floor(origin + leapt + (clock.now() - origin) * timeScale);
  return {
    now,
    realMsUntil: (instant) => Math.max(0, Math.ceil((instant - now()) / timeScale)),
    leapTo: (instant) => {
      leapt += Math.max(0, instant - now());
    },
  };
}
