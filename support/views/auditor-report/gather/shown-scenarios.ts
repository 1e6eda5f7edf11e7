import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { verdictRank } from '../../../verdict/verdict-order.js';
import type { Limits } from './limits.js';

/** How much of a scenario the page shows. */
export interface ShownScenario {
  readonly result: ScenarioResult;
  /** Anchor of the scenario on the page; null when it is only named. */
  readonly anchor: string | null;
  /** Its place among all, worst verdict first, then in running order. */
  readonly place: number;
}

/** Decides which scenarios the page shows, worst verdict first, then in running order. By scenario id. */
export function shownScenarios(
  results: readonly ScenarioResult[],
  limits: Pick<Limits, 'scenarios'>,
): ReadonlyMap<string, ShownScenario> {
  const order = results.map((result, index) => ({ result, index }));
  order.sort((a, b) => verdictRank(a.result.verdict) - verdictRank(b.result.verdict) || a.index - b.index);
  return new Map(
    order.map(({ result, index }, place) => {
      const anchor = place < limits.scenarios ? `scenario-${index + 1}` : null;
      return [result.id, { result, anchor, place }];
    }),
  );
}
