import type { EnvironmentName } from '../config/configuration.js';
import type { TargetClass } from '../target/target.js';

/** What identifies a run in its views. */
export interface RunFacts {
  readonly runId: string;
  readonly target: { readonly environment: EnvironmentName; readonly class: TargetClass; readonly baseUrl: string };
  /** The contract as judged: SHA-256 (hex) and `info.version`. */
  readonly contract: { readonly sha256: string; readonly version: string };
  /** Name of the Program under certification. */
  readonly program: string;
  readonly harnessVersion: string;
}
