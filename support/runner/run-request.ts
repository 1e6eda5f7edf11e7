import type { Configuration } from '../config/configuration.js';
import type { BaselineRequest } from '../diff/dossier/baseline-request.js';
import type { CarryRequest } from './carry/carry-request.js';
import type { HarnessParts } from './harness-parts.js';
import type { PreparedRun } from './prepare-run.js';
import type { RunToFollow } from './recompute/beside/following-work.js';
import type { RecomputationBeside } from './recompute/beside/recompute-beside.js';
import type { RunRecord } from './resume/run-record.js';
import type { Progress } from './progress.js';

/** One run, ready to start. */
export interface RunRequest extends HarnessParts {
  readonly runId: string;
  /** Folder of the run, absolute; made when the run is opened. */
  readonly folder: string;
  /** Where the runs of this machine tell each other that they are under way, absolute; made when needed. */
  readonly activeFolder: string;
  readonly configuration: Configuration;
  readonly prepared: PreparedRun;
  /** Null lets the target decide: the embedded emulator repeats itself, a lasting target never sees the same people twice. */
  readonly seed: number | null;
  /** The frozen record of the run to go on with; null for a new run. */
  readonly resume: RunRecord | null;
  /** The verified pack that scenarios are taken over from, and which; null when none are. */
  readonly carry: CarryRequest | null;
  /** The verified pack that the run is compared with; null without one, and for a resumed run, whose plan holds it. */
  readonly baseline: BaselineRequest | null;
  readonly logLevel: string;
  readonly harnessVersion: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /**
   * Called when the Allure results of the run lie in its folder, before they are scanned; again when they were made anew. What
   * follows waits until whoever reads them is at work.
   */
  readonly allureWritten?: () => Promise<void>;
  /** Follows a run and derives it again beside everything else; without it the run derives itself when it is decided. */
  readonly recomputeBeside?: (run: RunToFollow) => RecomputationBeside;
}
