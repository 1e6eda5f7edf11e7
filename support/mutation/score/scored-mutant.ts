import type { FaultTrial, TrialOutcome } from '../behaviour/fault-trial.js';

/** What counts of a mutant, whatever its kind. */
export interface ScoredMutant {
  readonly id: string;
  /** Rows of the matrix that it is scored under. */
  readonly requirements: readonly string[];
  /** `refuted`: killed although the table of equivalents says that nothing can tell it. */
  readonly outcome: TrialOutcome | 'equivalent' | 'refuted';
  /** Who reported it, as `check id`, `rule id` or `invariant id`. */
  readonly caughtBy: readonly string[];
  /** Why it was not killed, or why it cannot be; null for a plain kill. */
  readonly because: string | null;
}

/** Holds a tried fault against the table of equivalents. A broken run stays broken: it proved nothing either way. */
export function scored(trial: FaultTrial, equivalents: ReadonlyMap<string, string>): ScoredMutant {
  const { fault: id, requirements, caughtBy } = trial;
  const reason = equivalents.get(id);
  if (reason === undefined || trial.outcome === 'broken') {
    return { id, requirements, outcome: trial.outcome, caughtBy, because: trial.because };
  }
  const outcome = trial.outcome === 'killed' ? 'refuted' : 'equivalent';
  return { id, requirements, outcome, caughtBy, because: reason };
}
