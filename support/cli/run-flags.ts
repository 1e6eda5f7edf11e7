import type { AnnotateFlags } from './annotate.js';
import type { Parallel } from './parallel/worker-count.js';

/** Flags of `run`, parsed. */
export interface RunFlags extends AnnotateFlags {
  readonly tags?: string;
  readonly scenario?: string;
  readonly out: string;
  readonly envFile?: string;
  readonly program?: string;
  readonly seed?: number;
  /** Random shuffles the scenarios by the run's seed; a fresh one when none is given. */
  readonly order?: 'defined' | 'random';
  readonly allowHost?: readonly string[];
  readonly dryRun?: boolean;
  /** `i/n`, as typed. */
  readonly shard?: string;
  /** How many workers run at once; several by default where steps wait for a platform elsewhere. */
  readonly parallel?: Parallel;
  /** True in a worker of a parallel run, whose result somebody else shows. */
  readonly worker?: boolean;
  /** Run id or path of the run to go on with. */
  readonly resume?: string;
  /** Run id or path of the pack whose demonstrated scenarios are taken over. */
  readonly carry?: string;
  /** Run id or path of the pack that the run is compared with. */
  readonly baseline?: string;
  /** Run ids or paths of further runs of the baseline's version. */
  readonly noise?: readonly string[];
  /** File of decisions about changes. */
  readonly approvals?: string;
  /** Diff of two contracts (JSON with coverage) whose affected rows alone are run. */
  readonly affectedBy?: string;
  /** How many finished runs the reports folder keeps. */
  readonly keep?: number;
  /** Run the emulator in a container. */
  readonly container?: boolean;
  /** File that says how the container is run. */
  readonly containerSettings?: string;
  readonly logLevel: string;
  readonly json?: boolean;
}
