import type { ScoredMutant } from './scored-mutant.js';

/** How many mutants came to which end. */
export interface Tally {
  /** All of them. */
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** More was said of them than they deserve, such as a legal answer rejected. */
  readonly falseAlarms: number;
  /** Trials that came to nothing: no kill. */
  readonly broken: number;
  /** Left out of the score, each with a written reason. */
  readonly equivalent: number;
  /** Killed, or not there, although a reason says that nothing can tell them: the table is wrong. */
  readonly refuted: number;
}

/** Where each end is counted. */
const places: Readonly<Record<ScoredMutant['outcome'], Exclude<keyof Tally, 'mutants'>>> = {
  killed: 'killed',
  survived: 'survived',
  'false-alarm': 'falseAlarms',
  broken: 'broken',
  equivalent: 'equivalent',
  refuted: 'refuted',
};

/** Counts mutants by their end. */
export function tallyOf(mutants: readonly Pick<ScoredMutant, 'outcome'>[]): Tally {
  const tally = { mutants: 0, killed: 0, survived: 0, falseAlarms: 0, broken: 0, equivalent: 0, refuted: 0 };
  for (const { outcome } of mutants) {
    tally.mutants += 1;
    tally[places[outcome]] += 1;
  }
  return tally;
}

/** True when every mutant that counts was killed, and there was one at least. */
export function isFull({ mutants, killed, equivalent }: Tally): boolean {
  return killed > 0 && killed + equivalent === mutants;
}

/** A tally in words: `170 of 171 killed (99.4 %), 1 survived`. Rounded down, so that only a full score reads 100 %. */
export function tallyWords({ mutants, killed, equivalent, survived, falseAlarms, broken, refuted }: Tally): string {
  const counted = mutants - equivalent;
  const share = counted === 0 ? '' : ` (${Math.floor((killed * 1000) / counted) / 10} %)`;
  const rest = Object.entries({ survived, 'false alarms': falseAlarms, broken, refuted, equivalent })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `, ${count} ${word}`);
  return `${killed} of ${counted} killed${share}${rest.join('')}`;
}
