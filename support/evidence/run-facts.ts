import type { EnvironmentName } from '../config/environment-name.js';
import type { TargetClass } from '../target/target.js';

/** Another run that was active on the same Program. */
export interface OtherRun {
  readonly runId: string;
  /** Where it was seen, in words. */
  readonly where: string;
}

/** What identifies a run in its views. */
export interface RunFacts {
  readonly runId: string;
  readonly target: { readonly environment: EnvironmentName; readonly class: TargetClass; readonly baseUrl: string };
  /** The contract as judged: SHA-256 (hex) and `info.version`. */
  readonly contract: { readonly sha256: string; readonly version: string };
  /** Runs seen active on the same Program when this one began; absent when none was. */
  readonly otherRuns?: readonly OtherRun[];
  /** Name of the Program under certification. */
  readonly program: string;
  readonly harnessVersion: string;
}
