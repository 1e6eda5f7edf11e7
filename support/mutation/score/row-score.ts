import type { ScoredMutant } from './scored-mutant.js';
import { tallyOf, type Tally } from './tally.js';

/** What counts under one row of the matrix. A mutant of two rows counts under both. */
export interface RowScore {
  readonly requirement: string;
  readonly behaviour: Tally;
  /** Mutants of answers, judged again or sent over the wire. */
  readonly wire: Tally;
}

type Counted = Pick<ScoredMutant, 'outcome' | 'requirements'>;

/** The score of every row that a mutant names, by id. */
export function rowScoresOf(behaviour: readonly Counted[], wire: readonly Counted[]): readonly RowScore[] {
  const [faults, answers] = [byRow(behaviour), byRow(wire)];
  const rows = [...new Set([...faults.keys(), ...answers.keys()])].toSorted();
  return rows.map((requirement) => ({
    requirement,
    behaviour: tallyOf(faults.get(requirement) ?? []),
    wire: tallyOf(answers.get(requirement) ?? []),
  }));
}

function byRow(mutants: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
  const rows = new Map<string, Counted[]>();
  for (const mutant of mutants) {
    for (const row of mutant.requirements) {
      const members = rows.get(row) ?? [];
      rows.set(row, members);
      members.push(mutant);
    }
  }
  return rows;
}
