import type { Cause } from '../causes.js';

/** Where a cause was seen, and how to see it again. */
export interface Reproduction {
  readonly scenario: string;
  /** The exchange that shows it; null for a check that looked at none. */
  readonly exchangeId: string | null;
  /** For a POSIX shell, masked; null where no call of ours to the target shows it. */
  readonly curl: string | null;
  /** The command that runs the scenario again. */
  readonly replay: string;
}

/** One cause of findings with everything needed to look at it again: an entry of `results/findings.json`. */
export interface ReproducedCause extends Pick<Cause, 'id' | 'level' | 'count' | 'message'> {
  /** Never empty. */
  readonly occurrences: readonly Reproduction[];
}
