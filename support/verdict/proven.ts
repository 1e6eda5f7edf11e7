import type { Requirement } from './requirement.js';
import type { ScenarioResult } from './scenario-result.js';
import { triggerUnconfirmed } from './problem-verdicts.js';
import { verdictEffect, verdictRank } from './verdict-order.js';
import type { RequirementOutcome } from './verdict.js';

/** How far a row's own scenarios prove it. */
export interface Proof {
  readonly outcome: Extract<RequirementOutcome, 'demonstrated' | 'demonstrated-with-advisory' | 'not-demonstrated'>;
  readonly reason: string | null;
}

/**
 * Whether the scenarios tagged with a row prove it: none of them is blocked, and every check the row names was met
 * wherever it ran.
 */
export function proofOf(row: Requirement, scenarios: readonly ScenarioResult[]): Proof {
  if (row.proves.length === 0) return unproven('the catalogue names no proving check');
  if (scenarios.length === 0) return unproven('no scenario ran');
  const [first] = scenarios;
  if (first !== undefined && scenarios.every(({ verdict }) => verdictEffect(verdict) === 'neutral')) {
    return unproven(`no scenario of the row applies: ${first.reason}`);
  }
  const blocked = worstBlocked(scenarios);
  if (blocked !== null) return unproven(blockedReason(blocked));
  const missing = row.proves.filter((id) => !isMetIn(id, scenarios, false));
  if (missing.length > 0) return unproven(`not met: ${missing.join(', ')}`);
  const remark = worstRemark(scenarios);
  if (remark !== null) {
    return { outcome: 'demonstrated-with-advisory', reason: `${remark.verdict} in "${remark.name}": ${remark.reason}` };
  }
  return { outcome: 'demonstrated', reason: null };
}

function unproven(reason: string): Proof {
  return { outcome: 'not-demonstrated', reason };
}

function worstBlocked(scenarios: readonly ScenarioResult[]): ScenarioResult | null {
  return worst(scenarios.filter(({ verdict }) => ['blocks', 'contradicts'].includes(verdictEffect(verdict))));
}

function worstRemark(scenarios: readonly ScenarioResult[]): ScenarioResult | null {
  return worst(scenarios.filter(({ verdict }) => verdict === 'review' || verdict === 'advisory'));
}

/** The scenario with the worst verdict, or null where there is none. */
export function worst(scenarios: readonly ScenarioResult[]): ScenarioResult | null {
  return [...scenarios].sort((a, b) => verdictRank(a.verdict) - verdictRank(b.verdict))[0] ?? null;
}

/** The held-back reason stands alone, word for word: people and scripts look for it. */
function blockedReason({ verdict, reason, name }: ScenarioResult): string {
  return reason === triggerUnconfirmed ? triggerUnconfirmed : `${verdict} in "${name}": ${reason}`;
}

/**
 * True when a check was met, and wherever else it ran as well; where the outcome is organic, it may have been undetermined
 * in other scenarios.
 */
export function isMetIn(id: string, scenarios: readonly ScenarioResult[], organic: boolean): boolean {
  const outcomes = scenarios
    .filter(({ verdict }) => verdictEffect(verdict) === 'allows')
    .flatMap(({ checks }) => checks.filter((check) => check.id === id).map(({ outcome }) => outcome));
  if (!outcomes.includes('met')) return false;
  return outcomes.every((outcome) => outcome === 'met' || (organic && outcome === 'undetermined'));
}
