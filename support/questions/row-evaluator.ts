import type { Exchange } from '../trace/exchange.js';
import type { MaskedFacts } from './masked-facts.js';
import type { Observation } from './observation.js';
import type { ScenarioTraffic } from './scenario-windows.js';

/** What the traffic of one scenario says to one question; nothing where it does not speak to it. Pure. */
export type RowEvaluator = (scenario: ScenarioTraffic, facts: MaskedFacts) => readonly Observation[];

/** An observation of a reading, or of a value of its own (`reading` null), proved by these exchanges. */
export function observed(
  reading: string | null,
  value: string,
  proof: readonly (Exchange | undefined)[],
  facet = '',
): readonly Observation[] {
  const exchanges = proof.filter((exchange) => exchange !== undefined);
  const operations = [...new Set(exchanges.map(({ operationId }) => operationId ?? 'probe'))];
  return [{ facet, reading, value, exchangeIds: exchanges.map(({ id }) => id), operations }];
}

/** The exchanges of an operation, in order. */
export function callsOf(exchanges: readonly Exchange[], operationId: string): readonly Exchange[] {
  return exchanges.filter((exchange) => exchange.operationId === operationId);
}

/** The exchanges after one of them. */
export function after(exchanges: readonly Exchange[], exchange: Exchange | undefined): readonly Exchange[] {
  return exchange === undefined ? [] : exchanges.slice(exchanges.indexOf(exchange) + 1);
}

/** The exchanges before one of them. */
export function before(exchanges: readonly Exchange[], exchange: Exchange | undefined): readonly Exchange[] {
  return exchange === undefined ? [] : exchanges.slice(0, exchanges.indexOf(exchange));
}

/** Seconds since 1970 at which the target says an answer was made; undefined where it names no date. */
export function targetSeconds({ response }: Exchange): number | undefined {
  const named = Date.parse(response?.headers['date'] ?? '');
  return Number.isNaN(named) ? undefined : named / 1000;
}
