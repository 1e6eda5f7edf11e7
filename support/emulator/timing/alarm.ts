import type { Clock } from '../../config/clock.js';
import type { EmulatedClock } from './emulated-clock.js';
import type { Schedule } from './schedule.js';

/** Longest wait of a timer in milliseconds; a longer one would fire at once. The alarm then simply looks again. */
const longestWait = 2 ** 31 - 1;

/** Runs a schedule on time even when nobody asks, so that callbacks leave when they are due. */
export interface Alarm {
  /** Runs what is due and sets the wait anew, because the emulated clock has leapt ahead. */
  timeLeapt(): void;
  /** Cancels the pending wait; nothing runs afterwards. */
  stop(): void;
}

/**
 * Starts watching a schedule. It waits on the injected clock for the next effect and is re-armed by earlier ones. An
 * effect that throws goes to `onProblem`, since nobody awaits it.
 */
export function startAlarm(
  schedule: Schedule,
  emulated: EmulatedClock,
  clock: Clock,
  onProblem: (problem: unknown) => void,
): Alarm {
  let waiting: { readonly until: number; readonly controller: AbortController } | null = null;
  let stopped = false;

  const arm = (): void => {
    const next = schedule.next();
    if (stopped || next === null || (waiting !== null && waiting.until <= next)) return;
    waiting?.controller.abort();
    const controller = new AbortController();
    waiting = { until: next, controller };
    clock
      .sleep(Math.min(emulated.realMsUntil(next), longestWait), controller.signal)
      .then(() => {
        if (stopped || controller.signal.aborted) return;
        waiting = null;
        schedule.advanceTo(emulated.now());
        arm();
      })
      .catch((problem: unknown) => {
        // Our own cancellation ends a wait early and is no problem; a broken effect or clock must be seen.
        if (!controller.signal.aborted) onProblem(problem);
      });
  };

  schedule.onPlanned(arm);
  arm();
  return {
    timeLeapt() {
      waiting?.controller.abort();
      waiting = null;
      schedule.advanceTo(emulated.now());
      arm();
    },
    stop() {
      stopped = true;
      waiting?.controller.abort();
    },
  };
}
