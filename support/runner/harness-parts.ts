import { availableParallelism } from 'node:os';
import type { Clock } from '../config/clock.js';
import { systemRandomBytes, type RandomBytes } from '../config/random-bytes.js';
import { systemClock, wallTime } from '../config/system-clock.js';
import { secureFolder, type SecureFolder } from '../evidence/secure-folder.js';
import { openAppendFile, type OpenAppendFile } from '../trace/append-file.js';

/** What a run has of its machine, in one place, so that each part can be made to fail. */
export interface HarnessParts {
  /** Only runs on, so that no deadline follows a clock that somebody sets. */
  readonly clock: Clock;
  /** Keeps the waits before a call is repeated; `clock` when not given. Shows the same time as `clock`. */
  readonly retryClock?: Clock;
  /** What the machine's clock shows: milliseconds since the Unix epoch. */
  readonly wallTime: () => number;
  /** Draws the ids of runs and calls, seeds and keys. */
  readonly randomBytes: RandomBytes;
  /** Opens the files that the recording grows in. */
  readonly openFile: OpenAppendFile;
  /** Puts the frozen plan on the disk, where a run is to survive the loss of its machine. */
  readonly secureFolder: SecureFolder;
  /** Milliseconds that one call may take. */
  readonly answerWithinMs: number;
  /** Threads that the machine runs at a time. */
  readonly cores: number;
}

/** The machine itself. */
export const harnessParts: HarnessParts = {
  clock: systemClock,
  wallTime,
  randomBytes: systemRandomBytes,
  openFile: openAppendFile,
  secureFolder,
  answerWithinMs: 30_000,
  cores: availableParallelism(),
};
