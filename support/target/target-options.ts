import type { Clock } from '../config/clock.js';
import type { RandomBytes } from '../config/random-bytes.js';
import type { SharedTime } from '../config/shared-time.js';
import type { Contract } from '../contract/contract.js';
import type { Validators } from '../contract/validators.js';
import type { NetworkFacts } from './derive-class.js';

/** What opening a target needs beside the configuration. */
export interface TargetOptions {
  /** The contract that an emulator in this thread serves: always our own, whatever the run is judged by. */
  readonly contract: Contract;
  /** Its validators, compiled. */
  readonly validators: Validators;
  readonly clock: Clock;
  /** Draws what a container is called with. */
  readonly randomBytes: RandomBytes;
  /** The same time for the thread of the embedded emulator; the clock's present time, running on, when not given. */
  readonly time?: SharedTime;
  readonly seed: number;
  /** Emulated seconds per second of the embedded emulator. */
  readonly timeScale: number;
  /** The shard of a divided run, whose embedded emulator makes nothing that another one makes; 0 for an undivided run. */
  readonly part?: number;
  readonly network?: NetworkFacts;
  /** Who a container is started for: the id of the run. */
  readonly startedFor?: string;
  /** Told what takes long before the target is there. */
  readonly tell?: (sentence: string) => void;
}
