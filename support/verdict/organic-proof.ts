import { notObserved } from './problem-verdicts.js';
import { isMetIn, worst, type Proof } from './proven.js';
import type { Requirement } from './requirement.js';
import type { ScenarioResult } from './scenario-result.js';
import { verdictEffect } from './verdict-order.js';

/** State, as waits record it, in which an organic row's outcome shows. Source: docs/cardholders-and-compliance. */
const sightings: ReadonlyMap<string, string> = new Map([
  ['TM-04', 'status 7'],
  ['TM-05', 'status 6'],
]);

/**
 * How far a row is proved whose outcome only comes by itself: one scenario that saw it is enough, and the reason says
 * "observed" or "not observed in N", N being the attempts of this run. `others` are scenarios of other rows: an outcome
 * that came there is told, although nothing was to be done about it.
 */
export function organicProof(
  row: Requirement,
  scenarios: readonly ScenarioResult[],
  others: readonly ScenarioResult[],
): Proof {
  const missing = row.proves.filter((id) => !isMetIn(id, scenarios, true));
  const trouble = worst(scenarios.filter((scenario) => !isQuiet(scenario)));
  const remark = trouble === null ? '' : `; ${trouble.verdict} in "${trouble.name}": ${trouble.reason}`;
  if (missing.length === 0) {
    return {
      outcome: trouble === null ? 'demonstrated' : 'demonstrated-with-advisory',
      reason: `observed${remark}`,
    };
  }
  const partly = missing.length < row.proves.length ? `observed, but not met: ${missing.join(', ')}` : null;
  const reason = partly ?? `${notObserved} in ${String(scenarios.length)}${sightedAmong(row, others)}`;
  return { outcome: 'not-demonstrated', reason: `${reason}${remark}` };
}

/** An outcome that did not come is no trouble. */
function isQuiet({ verdict, reason }: ScenarioResult): boolean {
  return (
    verdict === 'pass' || verdictEffect(verdict) === 'neutral' || (verdict === 'advisory' && reason === notObserved)
  );
}

function sightedAmong({ id }: Requirement, others: readonly ScenarioResult[]): string {
  const state = sightings.get(id);
  const seen = others.find(({ waits }) =>
    waits.some(({ timeline }) => timeline.some((entry) => entry.state === state)),
  );
  return state === undefined || seen === undefined
    ? ''
    : `; ${state} came in "${seen.name}", which is about another row`;
}
