import type { Alarm } from './alarm.js';
import type { EmulatedClock } from './emulated-clock.js';
import type { Schedule } from './schedule.js';

/** The longest leap for one wait, in emulated seconds: longer than a bank's clearing takes, shorter than a code lives. */
const longestLeap = 400;

/**
 * Lets emulated time run ahead while the only client waits, since nobody is there to see it pass. A leap ends at the next
 * effect, so that each state a platform goes through can be seen however fast or slow the machine is.
 */
export function passIdleTime(emulated: EmulatedClock, schedule: Schedule, alarm: Alarm): void {
  const end = emulated.now() + longestLeap * 1000;
  emulated.leapTo(Math.min(end, schedule.next() ?? end));
  alarm.timeLeapt();
}
