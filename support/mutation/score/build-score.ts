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

/** Why a build has no score. */
const reasons = {
  neverMade: 'no mutation run of it was made',
  unreadable: 'the score that lies beside this build cannot be read',
  otherShape: 'the score that lies beside this build has another shape',
  ofAPart: 'the last mutation run tried a part of all faults',
} as const;

const ofAnotherBuild = (code: string): string => `the last score is of another build (code ${code})`;

/** True for what a build says that has no score: nothing else is ever said instead of one. */
export function isNoScoreReason(text: string): boolean {
  const code = /[0-9a-f]{12}/.exec(text)?.[0] ?? '';
  return [...Object.values<string>(reasons), ofAnotherBuild(code)].includes(text);
}

/** The score of this very build; a score of another one, or of a part, or one that cannot be read, is not taken. */
export function scoreOfBuild(build: BuildInfo, file: string = buildScoreFile()): BuildScore {
  const none = (why: string): NoScore => ({ version: 1, build, none: why });
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return none(reasons.neverMade);
    return none(reasons.unreadable);
  }
  if (shapeProblem('mutation-score', found) !== null) {
    return none(reasons.otherShape);
  }
  // The schema has just proved the shape.
  const score = found as BuildScore;
  if (!isDeepStrictEqual(score.build, build)) {
    return none(ofAnotherBuild(score.build.codeSha256.slice(0, 12)));
  }
  return 'none' in score || score.whole ? score : none(reasons.ofAPart);
}

/** A build's score in one line for people. */
export function buildScoreLine(score: BuildScore): string {
  if ('none' in score) return `no score for this build: ${score.none} (axys-certify mutate)`;
  return talliesOf(score)
    .map(([name, tally], index) => `${index === 0 ? name : name.toLowerCase()}: ${tallyWords(tally)}`)
    .join('; ');
}
