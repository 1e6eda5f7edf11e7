import type { Exchange } from '../../trace/exchange.js';
import type { Check } from '../../verdict/check.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { Sight } from '../measure/sight.js';
import { assertByChecks } from './assertions.js';

interface Pending {
  readonly result: ScenarioResult;
  readonly missing: Set<string>;
  readonly seen: Map<string, { readonly exchange: Exchange; readonly sights: readonly Sight[] }>;
}

/**
 * Keeps the exchanges that met checks name until a scenario has all of them, then lets its checks speak. Only scenarios under
 * way lie in memory.
 */
export class PendingScenarios {
  readonly #takers = new Map<string, Pending[]>();

  constructor(
    results: readonly ScenarioResult[],
    private readonly checks: ReadonlyMap<string, Check>,
  ) {
    for (const result of results) {
      const wanted = result.checks.flatMap(({ outcome, exchangeIds }) => (outcome === 'met' ? exchangeIds : []));
      const pending = { result, missing: new Set(wanted), seen: new Map() };
      for (const id of pending.missing) this.#takers.set(id, [...(this.#takers.get(id) ?? []), pending]);
    }
  }

  /** Hands over an exchange with what it says; each once, in any order. */
  see(exchange: Exchange, sights: readonly Sight[]): void {
    const takers = this.#takers.get(exchange.id) ?? [];
    this.#takers.delete(exchange.id);
    for (const { result, missing, seen } of takers) {
      seen.set(exchange.id, { exchange, sights });
      missing.delete(exchange.id);
      if (missing.size > 0) continue;
      assertByChecks(result.checks, seen, this.checks);
      seen.clear();
    }
  }
}
