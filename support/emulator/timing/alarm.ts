import type { Clock } from '../../config/clock.js';
import type { EmulatedClock } from './emulated-clock.js';
import type { Schedule } from './schedule.js';

/** Runs a schedule on time even when nobody asks, so that callbacks leave when they are due. */
export interface Alarm {
  /** Cancels the pending wait; nothing runs afterwards. */
  stop(): void;
}

/** Starts watching a schedule. It waits on the injected clock for the next effect and is re-armed by earlier ones. */
export function startAlarm(schedule: Schedule, emulated: EmulatedClock, clock: Clock): Alarm {
  let waiting: { readonly until: number; readonly controller: AbortController } | null = null;
  let stopped = false;

  const arm = (): void => {
    const next = schedule.next();
    if (stopped || next === null || (waiting !== null && waiting.until <= next)) return;
    waiting?.controller.abort();
    const controller = new AbortController();
    waiting = { until: next, controller };
    clock.sleep(emulated.realMsUntil(next), controller.signal).then(
      () => {
        if (stopped || controller.signal.aborted) return;
        waiting = null;
        schedule.advanceTo(emulated.now());
        arm();
      },
      (reason: unknown) => {
        // Only our own cancellation may end a wait early; anything else is a broken clock and must be seen.
        if (!controller.signal.aborted) throw reason;
      },
    );
  };

  schedule.onPlanned(arm);
  arm();
  return {
    stop() {
      stopped = true;
      waiting?.controller.abort();
    },
  };
}
