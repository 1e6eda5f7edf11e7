import type { ScoredMutant } from './scored-mutant.js';

/** How many mutants came to which end. */
export interface Tally {
  /** All of them. */
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** Runs that came to nothing: no kill. */
  readonly broken: number;
  /** Left out of the score, each with a written reason. */
  readonly equivalent: number;
  /** Killed although a reason said that nothing could tell them: the table is wrong. */
  readonly refuted: number;
}

/** A tally of one row of the matrix. */
export interface RowTally extends Tally {
  readonly requirement: string;
}

/** Counts mutants by their end. */
export function tallyOf(mutants: readonly Pick<ScoredMutant, 'outcome'>[]): Tally {
  const count = (word: ScoredMutant['outcome']): number => mutants.filter(({ outcome }) => outcome === word).length;
  return {
    mutants: mutants.length,
    killed: count('killed'),
    survived: count('survived'),
    broken: count('broken'),
    equivalent: count('equivalent'),
    refuted: count('refuted'),
  };
}

/** A tally for every row that a mutant names, by id. A mutant of two rows counts under both. */
export function rowTalliesOf(mutants: readonly Pick<ScoredMutant, 'outcome' | 'requirements'>[]): readonly RowTally[] {
  const rows = [...new Set(mutants.flatMap(({ requirements }) => requirements))].toSorted();
  return rows.map((requirement) => ({
    requirement,
    ...tallyOf(mutants.filter(({ requirements }) => requirements.includes(requirement))),
  }));
}

/** A tally in words: `170 of 171 killed (99.4 %), 1 equivalent`. Rounded down, so that only a full score reads 100 %. */
export function tallyWords({ mutants, killed, survived, broken, equivalent, refuted }: Tally): string {
  const counted = mutants - equivalent;
  const share = counted === 0 ? '' : ` (${String(Math.floor((killed * 1000) / counted) / 10)} %)`;
  const rest = Object.entries({ survived, broken, refuted, equivalent })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `, ${String(count)} ${word}`);
  return `${String(killed)} of ${String(counted)} killed${share}${rest.join('')}`;
}
