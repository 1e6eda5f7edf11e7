import { isDeepStrictEqual } from 'node:util';
import type { CarriedScenario } from '../../verdict/carried-over.js';
import type { RequirementOutcome } from '../../verdict/verdict.js';
import { verdictEffect } from '../../verdict/verdict-order.js';
import type { PlannedScenario } from '../planned-scenario.js';
import { ageProblem } from './carried-problems.js';
import type { SettledScenario } from './settled-scenarios.js';

/** What an earlier pack says about scenarios and rows. */
export interface EarlierResults {
  readonly scenarios: readonly SettledScenario[];
  /** Outcome of each row there. */
  readonly rows: ReadonlyMap<string, RequirementOutcome>;
}

/** Whether a row with this outcome counts as demonstrated there. */
const isSettled: Readonly<Record<RequirementOutcome, boolean>> = {
  demonstrated: true,
  'demonstrated-with-advisory': true,
  'not-applicable': true,
  contradicted: false,
  'not-demonstrated': false,
  'out-of-scope': false,
};

/**
 * The scenarios that are not run again, sorted by id: each proved its rows there, all of them are demonstrated there, its
 * Gherkin and rows are still the same, and the run that really ran it is not too old.
 */
export function chooseCarried(
  earlier: EarlierResults,
  matrix: readonly PlannedScenario[],
  startedAt: string,
): CarriedScenario[] {
  const now = new Map(matrix.map((scenario) => [scenario.id, scenario]));
  const stands = ({ id, planned, result, startedAt: then }: SettledScenario): boolean => {
    const today = now.get(id);
    if (today === undefined || planned === null || !isSameScenario(today, planned)) return false;
    if (!['allows', 'neutral'].includes(verdictEffect(result.verdict))) return false;
    const settled = today.requirements.every((row) => {
      const outcome = earlier.rows.get(row);
      return outcome !== undefined && isSettled[outcome];
    });
    return settled && ageProblem(then, startedAt) === null;
  };
  return earlier.scenarios
    .filter(stands)
    .map(({ id, runId, startedAt: then }) => ({ id, runId, startedAt: then }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same scenario in other lines of its file is the same. */
function isSameScenario(a: PlannedScenario, b: PlannedScenario): boolean {
  const meaning = ({ name, tags, requirements, steps }: PlannedScenario) => ({ name, tags, requirements, steps });
  return isDeepStrictEqual(meaning(a), meaning(b));
}
