import { plainMutant, type ScoredMutant } from './scored-mutant.js';
import { tallyOf, type Tally } from './tally.js';

/** A mutant of an answer, with the word of its kind. */
export interface KindOfMutant extends ScoredMutant {
  readonly kind: string;
}

/** The score of mutants that are too many to list: those that were not killed, and how each kind did. */
export interface WireScore {
  readonly tally: Tally;
  readonly mutants: readonly ScoredMutant[];
  readonly kinds: readonly { readonly kind: string; readonly tally: Tally }[];
}

/** Counts mutants of answers by kind, kinds in the order in which they come. */
export function wireScoreOf(mutants: readonly KindOfMutant[]): WireScore {
  const kinds = [...new Set(mutants.map(({ kind }) => kind))];
  return {
    tally: tallyOf(mutants),
    mutants: mutants.filter(({ outcome }) => outcome !== 'killed').map(plainMutant),
    kinds: kinds.map((kind) => ({ kind, tally: tallyOf(mutants.filter((mutant) => mutant.kind === kind)) })),
  };
}
