import type { BuildInfo, Runtime } from '../../config/build-info.js';
import { exitCode, type ExitCode } from '../../verdict/exit-code.js';
import type { ScoredMutant } from './scored-mutant.js';
import { rowTalliesOf, tallyOf, type RowTally, type Tally } from './tally.js';

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
  readonly behaviour: PartScore;
  readonly requirements: readonly RowTally[];
}

/** The score of one kind of mutants, and the kill matrix behind it. */
export interface PartScore {
  readonly tally: Tally;
  readonly mutants: readonly ScoredMutant[];
}

/** What a score is made of. */
export type ScoreSource = Pick<MutationScore, 'madeAt' | 'build' | 'runtime' | 'seed' | 'whole'> & {
  readonly behaviour: readonly ScoredMutant[];
};

/** Counts mutants into a score. */
export function scoreOf({ behaviour, ...source }: ScoreSource): MutationScore {
  return {
    ...{ version: 1, ...source },
    behaviour: { tally: tallyOf(behaviour), mutants: behaviour },
    requirements: rowTalliesOf(behaviour),
  };
}

/** 1 for a survivor or a refuted reason, 3 for a run that came to nothing, 0 when everything was killed. */
export function exitOfScore({ behaviour: { tally } }: Pick<MutationScore, 'behaviour'>): ExitCode {
  if (tally.survived > 0 || tally.refuted > 0) return exitCode.rejected;
  return tally.broken > 0 || tally.mutants === 0 ? exitCode.harnessError : exitCode.ok;
}
