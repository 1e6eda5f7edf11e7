import type { BudgetCode } from '../messages/budget-messages.js';
import type { ScenarioProblemCode } from '../messages/verdict-messages.js';
import type { WorldCode } from '../messages/world-messages.js';
import type { ScenarioProblem } from './scenario-result.js';
import type { ScenarioVerdict } from './verdict.js';

/** Reason of everything that needs a simulation nobody confirmed for the target. */
export const triggerUnconfirmed = 'trigger unconfirmed';

/** Reason of an organic outcome that did not come. */
export const notObserved = 'not observed';

/** What a problem does to its scenario; a null reason means the problem's own code and message. */
export interface ProblemVerdict {
  readonly verdict: ScenarioVerdict;
  readonly reason: string | null;
}

/** Verdict of each code that can end a scenario early; the type demands an entry for every code there is. */
const verdictByCode: Readonly<
  Record<WorldCode | ScenarioProblemCode | BudgetCode, ProblemVerdict | 'explained-by-a-check'>
> = {
  'WLD-101': { verdict: 'inconclusive', reason: null },
  'WLD-102': { verdict: 'not-run', reason: triggerUnconfirmed },
  'WLD-103': 'explained-by-a-check',
  'WLD-104': { verdict: 'not-applicable', reason: null },
  'WLD-105': { verdict: 'harness-error', reason: null },
  'WLD-106': { verdict: 'not-run', reason: null },
  'WLD-107': { verdict: 'not-run', reason: null },
  'WLD-108': { verdict: 'inconclusive', reason: null },
  'WLD-109': { verdict: 'inconclusive', reason: null },
  'WLD-110': { verdict: 'harness-error', reason: null },
  'WLD-111': { verdict: 'not-run', reason: null },
  // Nobody knows what the later steps built on.
  'WLD-112': { verdict: 'harness-error', reason: null },
  'WLD-113': { verdict: 'inconclusive', reason: null },
  'WLD-121': { verdict: 'inconclusive', reason: null },
  'WLD-122': { verdict: 'inconclusive', reason: null },
  'WLD-123': { verdict: 'inconclusive', reason: null },
  'VER-201': { verdict: 'not-run', reason: null },
  // The steps or the table are wrong, which says nothing about the target.
  'BGT-101': { verdict: 'harness-error', reason: null },
};

/**
 * Verdict and reason a problem leads to; null when a check of the scenario that was not met says it better. A code that
 * is not in the table broke our own code: a `harness-error`, which says nothing about the product and is never green.
 */
export function problemVerdict(
  problem: ScenarioProblem,
  hasUnmetCheck: boolean,
): { readonly verdict: ScenarioVerdict; readonly reason: string } | null {
  const own = `${problem.code}: ${problem.message}`;
  const entry = isKnown(problem.code) ? verdictByCode[problem.code] : null;
  if (entry === 'explained-by-a-check') return hasUnmetCheck ? null : { verdict: 'harness-error', reason: own };
  return entry === null
    ? { verdict: 'harness-error', reason: own }
    : { verdict: entry.verdict, reason: entry.reason ?? own };
}

function isKnown(code: string): code is keyof typeof verdictByCode {
  return Object.hasOwn(verdictByCode, code);
}
