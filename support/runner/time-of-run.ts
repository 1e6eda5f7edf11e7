import type { Clock } from '../config/clock.js';
import { createLeapingTime } from '../config/leaping-time.js';
import type { SharedTime } from '../config/shared-time.js';
import { runsEmbedded } from '../target/runs-embedded.js';
import type { RunRequest } from './run-request.js';

/** The time of a run: everything it writes down, and its embedded emulator, go by the same one. */
export interface TimeOfRun {
  readonly clock: Clock;
  readonly wallTime: () => number;
  /** Keeps the waits between two reads. */
  readonly waits: Clock;
  /** The same time for the thread of the embedded emulator; null where there is none. */
  readonly shared: SharedTime | null;
}

/**
 * The machine's own time; with the embedded emulator a time that jumps over the waits between two reads. Nothing else
 * happens while the only client of a simulation waits, so each wait counts in full and takes no time. A target that lives
 * outside this process has its own time, and every wait for it is a real one.
 */
export function timeOfRun({
  clock,
  wallTime,
  configuration,
}: Pick<RunRequest, 'clock' | 'wallTime'> & {
  readonly configuration: Pick<RunRequest['configuration'], 'environment' | 'baseUrl' | 'container'>;
}): TimeOfRun {
  if (!runsEmbedded(configuration)) return { clock, wallTime, waits: clock, shared: null };
  const { steady, leaping, ahead, shared } = createLeapingTime(clock);
  return { clock: steady, wallTime: () => wallTime() + ahead(), waits: leaping, shared };
}
