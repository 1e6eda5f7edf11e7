import type { ScenarioProblem } from './scenario-result.js';
import type { ScenarioVerdict } from './verdict.js';

/** Reason of everything that needs a simulation nobody confirmed for the target. */
export const triggerUnconfirmed = 'trigger unconfirmed';

/** Reason of an organic outcome that did not come. */
export const notObserved = 'not observed';

/** What a problem does to its scenario; a null reason means the problem's own code and message. */
interface ProblemVerdict {
  readonly verdict: ScenarioVerdict;
  readonly reason: string | null;
}

/**
 * Verdict of each code in `scenarioProblemMessages`. A code that is not here broke our own code, so it is a
 * `harness-error`: it says nothing about the product and is never green.
 */
const verdictByCode: ReadonlyMap<string, ProblemVerdict> = new Map<string, ProblemVerdict>([
  ['VER-201', { verdict: 'inconclusive', reason: null }],
  ['VER-202', { verdict: 'inconclusive', reason: null }],
  ['VER-203', { verdict: 'not-run', reason: triggerUnconfirmed }],
  ['VER-204', { verdict: 'not-applicable', reason: null }],
  ['VER-205', { verdict: 'not-run', reason: null }],
  ['VER-206', { verdict: 'not-run', reason: null }],
  ['VER-207', { verdict: 'advisory', reason: notObserved }],
]);

/** Codes with a verdict of their own. */
export const knownProblemCodes: readonly string[] = [...verdictByCode.keys()];

/** Verdict and reason a problem leads to. */
export function problemVerdict(problem: ScenarioProblem): {
  readonly verdict: ScenarioVerdict;
  readonly reason: string;
} {
  const entry = verdictByCode.get(problem.code) ?? { verdict: 'harness-error', reason: null };
  return { verdict: entry.verdict, reason: entry.reason ?? `${problem.code}: ${problem.message}` };
}
