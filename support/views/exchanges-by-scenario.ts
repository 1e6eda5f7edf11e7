import type { Exchange } from '../trace/exchange.js';

/** All exchanges of a scenario, in order. */
export interface ScenarioExchanges {
  /** Null for calls of the harness itself. */
  readonly scenario: string | null;
  readonly exchanges: readonly Exchange[];
}

/**
 * The exchanges of a run by scenario, each scenario as soon as it is complete, so that only those of scenarios under way
 * lie in memory. `read` is called twice: first to count.
 */
export async function* exchangesByScenario(read: () => AsyncIterable<Exchange>): AsyncGenerator<ScenarioExchanges> {
  const left = new Map<string | null, number>();
  for await (const { scenario } of read()) left.set(scenario, (left.get(scenario) ?? 0) + 1);
  const open = new Map<string | null, Exchange[]>();
  for await (const exchange of read()) {
    const { scenario } = exchange;
    const exchanges = open.get(scenario) ?? [];
    exchanges.push(exchange);
    open.set(scenario, exchanges);
    if (exchanges.length < (left.get(scenario) ?? 0)) continue;
    open.delete(scenario);
    yield { scenario, exchanges };
  }
}
