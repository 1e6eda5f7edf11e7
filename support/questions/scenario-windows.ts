import type { Exchange } from '../trace/exchange.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';

/** A finished scenario with its recorded exchanges, in order. */
export interface ScenarioTraffic {
  readonly result: ScenarioResult;
  readonly exchanges: readonly Exchange[];
}

interface Window {
  readonly result: ScenarioResult;
  readonly own: ReadonlySet<string>;
  readonly exchanges: Exchange[];
}

/**
 * Gathers the exchanges of the wanted scenarios while they stream past and hands a scenario out, and forgets it, as soon
 * as its last exchange has come.
 */
export class ScenarioWindows {
  private readonly open = new Map<string, Window>();

  constructor(results: readonly ScenarioResult[]) {
    for (const result of results) {
      // An earlier attempt of the scenario may stand in the same file.
      if (result.exchangeIds.length > 0)
        this.open.set(result.id, { result, own: new Set(result.exchangeIds), exchanges: [] });
    }
  }

  /** Takes the next exchange; the scenario it completes, or null. */
  take(exchange: Exchange): ScenarioTraffic | null {
    const window = this.open.get(exchange.scenario ?? '');
    if (window === undefined || !window.own.has(exchange.id)) return null;
    window.exchanges.push(exchange);
    if (exchange.id !== window.result.exchangeIds.at(-1)) return null;
    this.open.delete(window.result.id);
    return { result: window.result, exchanges: window.exchanges };
  }
}
