/**
 * The exit codes of the command line, each with its name. Scripts and CI jobs rely on the numbers; they never change.
 */
export const exitCode = {
  /** Certifiable, practice pass, or every selected row of a partial run demonstrated. */
  ok: 0,
  /** The product's behaviour is rejected. */
  rejected: 1,
  /** Incomplete, inconclusive or interrupted. */
  incomplete: 2,
  /** The harness itself failed. */
  harnessError: 3,
  /** The evidence was altered, or card data reached it. */
  integrity: 4,
  /** Everything software can do is done; people must act. */
  awaitingPeople: 5,
  /** Unknown flag or command, bad shard, a selection that selects nothing. */
  usage: 64,
  /** Refused by the environment guard. */
  refused: 77,
  /** Certificate, profile, env-file, overlay, port or contract cannot be used. */
  configuration: 78,
} as const;

/** Name of an exit code. */
export type ExitName = keyof typeof exitCode;

/** One of the pinned exit codes. */
export type ExitCode = (typeof exitCode)[ExitName];
