import type { DecidedRun } from '../decided-run.js';
import type { Difference } from './verification.js';

/** File with what became of deriving the verdicts again from the evidence. */
export const recomputationFile = 'results/recomputation.json';

/** What deriving a run again from its evidence found: `results/recomputation.json`. */
export interface Recomputation {
  /** Results, one a scenario attempt, whose checks and verdict were derived again. */
  readonly scenarios: number;
  readonly checks: number;
  /** Exchanges that were judged again with the contract of the pack. */
  readonly exchanges: number;
  /** Rules of which only the redaction ledger knows how a masked value stood to them. */
  readonly onLedger: number;
  /** Where results, rows or decision do not follow from the evidence. */
  readonly against: readonly Difference[];
  /** What was taken as recorded because it cannot be derived. */
  readonly notes: readonly Difference[];
}

/** A recomputation with the run it came to; null when the evidence cannot be read back. */
export interface Recomputed extends Recomputation {
  readonly decided: DecidedRun | null;
}

/** What of a recomputation is written into the pack. */
export function recordOf({ scenarios, checks, exchanges, onLedger, against, notes }: Recomputation): Recomputation {
  return { scenarios, checks, exchanges, onLedger, against, notes };
}
