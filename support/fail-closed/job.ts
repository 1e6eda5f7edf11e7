import type { TroubleName } from './troubles.js';

/** One command for the harness under test. */
export interface Job {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder the command is started in, absolute. */
  readonly cwd: string;
  readonly trouble: TroubleName;
}

/** How a command ended. */
export interface JobDone {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
