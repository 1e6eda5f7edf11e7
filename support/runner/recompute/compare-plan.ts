import { isDeepStrictEqual } from 'node:util';
import { planFiles } from '../../evidence/plan-files.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { PlannedScenario } from '../planned-scenario.js';
import { differs } from './recompute-result.js';

const members = ['name', 'feature', 'line', 'tags', 'requirements'] as const;

/** Holds results against the frozen plan: same scenarios, words and rows, attempts numbered from 1. */
export function planDifferences(
  results: readonly ScenarioResult[],
  planned: readonly PlannedScenario[],
): readonly Difference[] {
  const plan = new Map(planned.map((scenario) => [scenario.id, scenario]));
  const attempts = new Map<string, number>();
  return results.flatMap((result) => {
    const where = `${recorderFiles.results}: ${result.id}`;
    const scenario = plan.get(result.id);
    if (scenario === undefined) return [{ where, problem: `${planFiles.scenarios} plans no such scenario` }];
    const attempt = (attempts.get(result.id) ?? 0) + 1;
    attempts.set(result.id, attempt);
    return [
      ...members
        .filter((name) => !isDeepStrictEqual(result[name], scenario[name]))
        .map((name) => differs(name, result[name], scenario[name])),
      ...(isDeepStrictEqual(wordsOf(result.steps), wordsOf(scenario.steps))
        ? []
        : ['its steps are not the planned ones']),
      ...(result.attempt === attempt ? [] : [differs('attempt', result.attempt, attempt)]),
    ].map((problem) => ({ where, problem }));
  });
}

function wordsOf(steps: readonly { readonly keyword: string; readonly text: string }[]): string[] {
  return steps.map(({ keyword, text }) => `${keyword} ${text}`);
}
