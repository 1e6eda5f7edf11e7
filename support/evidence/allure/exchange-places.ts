import type { ScenarioResult } from '../../verdict/scenario-result.js';

/** Where exchanges are shown: a step of a scenario, or the scenario itself for calls of hooks. */
export interface ExchangePlace {
  readonly key: string;
  readonly scenario: string;
  /** Exchanges of the place, in order; none of them is shown anywhere else. */
  readonly exchangeIds: readonly string[];
}

/** Key of a step's place; `null` for the scenario itself. */
export function placeKey({ id, attempt }: Pick<ScenarioResult, 'id' | 'attempt'>, step: number | null): string {
  return JSON.stringify([id, attempt, step]);
}

/** Every place of the results that shows at least one exchange. */
export function exchangePlaces(results: readonly ScenarioResult[]): ExchangePlace[] {
  const taken = new Set<string>();
  const take = (ids: readonly string[]): string[] =>
    [...new Set(ids)].filter((id) => {
      const free = !taken.has(id);
      taken.add(id);
      return free;
    });
  return results
    .flatMap((result) => [
      ...result.steps.map((step, index) => ({
        key: placeKey(result, index),
        scenario: result.id,
        exchangeIds: take(step.exchangeIds),
      })),
      { key: placeKey(result, null), scenario: result.id, exchangeIds: take(result.exchangeIds) },
    ])
    .filter(({ exchangeIds }) => exchangeIds.length > 0);
}
