import type { BuildInfo, Runtime } from '../../config/build-info.js';
import { exitCode, type ExitCode } from '../../messages/exit-code.js';
import { rowScoresOf, type RowScore } from './row-score.js';
import { plainMutant, type ScoredMutant } from './scored-mutant.js';
import { isFull, tallyOf, type Tally } from './tally.js';
import { wireScoreOf, type KindOfMutant, type WireScore } from './wire-score.js';

/** What a mutation run proved about one build. Shape: `schemas/evidence/mutation-score.schema.json`. */
export interface MutationScore {
  readonly version: 1;
  /** When it was made, ISO 8601. */
  readonly madeAt: string;
  /** The build that was tried; the score says nothing about any other. */
  readonly build: BuildInfo;
  readonly runtime: Runtime;
  readonly seed: number;
  /** True when everything there is was tried; a part never becomes the score of its build. */
  readonly whole: boolean;
  /** Seeded faults of the emulator; null when none were asked for. */
  readonly behaviour: PartScore | null;
  /** Mutants of recorded answers, judged again; null when none were asked for. */
  readonly wire: WireScore | null;
  /** A seeded sample of them, sent over the wire; null when none were asked for. */
  readonly sample: PartScore | null;
  readonly requirements: readonly RowScore[];
}

/** The score of one kind of mutants, and the kill matrix behind it. */
export interface PartScore {
  readonly tally: Tally;
  readonly mutants: readonly ScoredMutant[];
}

/** What a score is made of; null for a part that was not asked for. */
export type ScoreSource = Pick<MutationScore, 'madeAt' | 'build' | 'runtime' | 'seed' | 'whole'> & {
  readonly behaviour: readonly ScoredMutant[] | null;
  readonly wire: readonly KindOfMutant[] | null;
  readonly sample: readonly ScoredMutant[] | null;
};

/** Counts mutants into a score. */
export function scoreOf({ behaviour, wire, sample, ...source }: ScoreSource): MutationScore {
  return {
    ...{ version: 1, ...source },
    behaviour: partOf(behaviour),
    wire: wire === null ? null : wireScoreOf(wire),
    sample: partOf(sample),
    requirements: rowScoresOf(behaviour ?? [], [...(wire ?? []), ...(sample ?? [])]),
  };
}

function partOf(mutants: readonly ScoredMutant[] | null): PartScore | null {
  return mutants === null ? null : { tally: tallyOf(mutants), mutants: mutants.map(plainMutant) };
}

/** The tallies of the parts that were tried, by name. */
export function talliesOf({ behaviour, wire, sample }: MutationScore): readonly (readonly [string, Tally])[] {
  const parts = { 'Seeded faults': behaviour, 'Wire mutants': wire, 'Sent over the wire': sample };
  return Object.entries(parts).flatMap(([name, part]) => (part === null ? [] : [[name, part.tally] as const]));
}

/** 1 for a survivor, a false alarm or a refuted reason, 3 for a trial that came to nothing, 0 when everything was killed. */
export function exitOfScore(score: MutationScore): ExitCode {
  const tallies = talliesOf(score).map(([, tally]) => tally);
  if (tallies.some(({ survived, falseAlarms, refuted }) => survived + falseAlarms + refuted > 0)) {
    return exitCode.rejected;
  }
  return tallies.length > 0 && tallies.every(isFull) ? exitCode.ok : exitCode.harnessError;
}
