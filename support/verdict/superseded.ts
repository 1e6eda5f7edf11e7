import type { Exchange } from '../trace/exchange.js';

/**
 * True for a try that a later one answers for: the client repeated it, or a resumed run made the call again or found out
 * what came of it. Tries of one call share the trace id of their `traceparent` (W3C Trace Context), and in a scenario the
 * number of the call.
 */
export function isSuperseded(exchange: Exchange, all: readonly Exchange[]): boolean {
  const trace = traceIdOf(exchange);
  const repeated =
    trace !== '' && all.some((other) => other.attempt === exchange.attempt + 1 && traceIdOf(other) === trace);
  return repeated || isMadeAgain(exchange, all) || isDeliveredAgain(exchange, all);
}

/** A callback that broke off and came whole later on: the platform repeated it. */
function isDeliveredAgain(
  { identity, failure, operationId, scenario, id }: Exchange,
  all: readonly Exchange[],
): boolean {
  if (identity !== 'inbound' || failure === null) return false;
  return all.some(
    (other) =>
      other.identity === identity &&
      other.failure === null &&
      other.operationId === operationId &&
      other.scenario === scenario &&
      isLater(other.id, id),
  );
}

function isMadeAgain({ ordinal, scenario, id }: Exchange, all: readonly Exchange[]): boolean {
  if (ordinal === undefined) return false;
  return all.some((other) => other.ordinal === ordinal && other.scenario === scenario && isLater(other.id, id));
}

/** True for an exchange recorded after another, by their ids: padded with zeros, so that a longer one is a later one. */
export function isLater(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}

function traceIdOf({ request }: Exchange): string {
  return request.headers['traceparent']?.split('-')[1] ?? '';
}
