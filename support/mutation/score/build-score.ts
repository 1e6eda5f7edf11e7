import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { BuildInfo } from '../../config/build-info.js';
import { errorCode } from '../../config/read-problem.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { buildScoreFile } from './keep-score.js';
import { talliesOf, type MutationScore } from './mutation-score.js';
import { tallyWords } from './tally.js';

/** Says that a build has no score, and why. */
export interface NoScore {
  readonly version: 1;
  readonly build: BuildInfo;
  readonly none: string;
}

/** What a pack says of how much its build finds. Shape: `schemas/evidence/mutation-score.schema.json`. */
export type BuildScore = MutationScore | NoScore;

/** The score of this very build; a score of another one, or of a part, or one that cannot be read, is not taken. */
export function scoreOfBuild(build: BuildInfo, file: string = buildScoreFile()): BuildScore {
  const none = (why: string): NoScore => ({ version: 1, build, none: why });
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return none('no mutation run of it was made');
    return none('the score that lies beside this build cannot be read');
  }
  if (shapeProblem('mutation-score', found) !== null) {
    return none('the score that lies beside this build has another shape');
  }
  // The schema has just proved the shape.
  const score = found as BuildScore;
  if (!isDeepStrictEqual(score.build, build)) {
    return none(`the last score is of another build (code ${score.build.codeSha256.slice(0, 12)})`);
  }
  return 'none' in score || score.whole ? score : none('the last mutation run tried a part of all faults');
}

/** A build's score in one line for people. */
export function buildScoreLine(score: BuildScore): string {
  if ('none' in score) return `no score for this build: ${score.none} (axys-certify mutate)`;
  return talliesOf(score)
    .map(([name, tally], index) => `${index === 0 ? name : name.toLowerCase()}: ${tallyWords(tally)}`)
    .join('; ');
}
