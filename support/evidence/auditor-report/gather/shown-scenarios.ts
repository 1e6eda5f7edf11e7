import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { verdictRank } from '../../../verdict/verdict-order.js';
import type { Limits } from './limits.js';

/** How much of a scenario the page shows. */
export interface ShownScenario {
  readonly result: ScenarioResult;
  /** Anchor of the scenario on the page; null when it is only named. */
  readonly anchor: string | null;
  /** True when its calls are shown with request and answer. */
  readonly withCalls: boolean;
}

/**
 * Decides which scenarios the page shows and which with their calls, worst verdict first, then in running order. By
 * scenario id.
 */
export function shownScenarios(
  results: readonly ScenarioResult[],
  limits: Pick<Limits, 'calls' | 'scenarios'>,
): ReadonlyMap<string, ShownScenario> {
  const order = results.map((result, index) => ({ result, index }));
  order.sort((a, b) => verdictRank(a.result.verdict) - verdictRank(b.result.verdict) || a.index - b.index);
  let calls = limits.calls;
  const shown = new Map<string, ShownScenario>();
  for (const [place, { result, index }] of order.entries()) {
    const anchored = place < limits.scenarios;
    const withCalls = anchored && result.exchangeIds.length <= calls;
    if (withCalls) calls -= result.exchangeIds.length;
    shown.set(result.id, { result, anchor: anchored ? `scenario-${index + 1}` : null, withCalls });
  }
  return shown;
}
