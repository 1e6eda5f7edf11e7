import { unreachable } from '../../messages/unreachable.js';

/**
 * What became of a fault: `killed` when all that has to report it did and the run is not a passing one; `survived` when
 * not; `broken` when the run itself came to nothing, which proves nothing and is no kill.
 */
export type TrialOutcome = 'killed' | 'survived' | 'broken';

/** What counts of a mutant, whatever its kind. */
export interface ScoredMutant {
  readonly id: string;
  /** Rows of the matrix that it is scored under. */
  readonly requirements: readonly string[];
  /**
   * `false-alarm`: more was said of it than it deserves. `refuted`: killed, or not there, although the table of equivalents
   * says that nothing can tell it.
   */
  readonly outcome: TrialOutcome | 'false-alarm' | 'equivalent' | 'refuted';
  /** Who reported it, such as `check id`, `rule id` or `invariant id`. */
  readonly caughtBy: readonly string[];
  /** Why it was not killed, or why it cannot be; null for a plain kill. */
  readonly because: string | null;
}

/** A mutant that was tried. */
export interface TriedMutant extends ScoredMutant {
  /** A seeded fault, an answer changed and judged again, or one that was sent. */
  readonly part: 'behaviour' | 'wire' | 'sample';
  /** Word of the table of wire kinds; `seeded-fault` for behaviour. */
  readonly kind: string;
}

/** A mutant with nothing beside what counts of it. */
export function plainMutant({ id, requirements, outcome, caughtBy, because }: ScoredMutant): ScoredMutant {
  return { id, requirements, outcome, caughtBy, because };
}

/**
 * Holds a mutant against the table of equivalents: a survivor with a reason is left out, a kill refutes the reason. A broken
 * trial proved nothing either way, and a false alarm is never excused.
 */
export function excused<T extends ScoredMutant>(mutant: T, equivalents: ReadonlyMap<string, string>): T {
  const because = equivalents.get(mutant.id);
  if (because === undefined) return mutant;
  switch (mutant.outcome) {
    case 'survived':
      return { ...mutant, outcome: 'equivalent', because };
    case 'killed':
      return { ...mutant, outcome: 'refuted', because };
    case 'false-alarm':
    case 'broken':
    case 'equivalent':
    case 'refuted':
      return mutant;
    default:
      return unreachable(mutant.outcome, 'outcome of a mutant');
  }
}

/** Entries of the table that name nothing that was tried: they would hide a survivor of that name some day. */
export function strayReasons(
  equivalents: ReadonlyMap<string, string>,
  tried: readonly Pick<ScoredMutant, 'id'>[],
): readonly ScoredMutant[] {
  const ids = new Set(tried.map(({ id }) => id));
  const because = 'the table of equivalents names it, and there is no such mutant';
  return [...equivalents.keys()]
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, requirements: [], outcome: 'refuted', caughtBy: [], because }));
}
