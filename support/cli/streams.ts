import type { HarnessParts } from '../runner/harness-parts.js';
import type { LoadNow } from './load-now.js';

/** A text stream of the command line; a terminal says so and how wide it is. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything a command touches of its process, injected so that the whole command line runs inside a test. */
export interface CommandIo {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Aborted by SIGINT or SIGTERM: stop, write what there is, exit as pinned. */
  readonly interrupted: AbortSignal;
  /**
   * Loads the module of a command with all it leads to in one go, before it is imported. Only for a process that does nothing
   * else meanwhile; elsewhere the import alone loads it.
   */
  readonly loadNow?: LoadNow;
  /** What a run has of its machine; the machine itself when not given. */
  readonly parts?: HarnessParts;
}
