import type { Exchange } from '../trace/exchange.js';

/**
 * True for a try that the client itself repeated: the later try answers for it. Tries of one call share the trace id of
 * their `traceparent` (W3C Trace Context); only safe calls are ever repeated.
 */
export function isSuperseded(exchange: Exchange, all: readonly Exchange[]): boolean {
  const trace = traceIdOf(exchange);
  return trace !== '' && all.some((other) => other.attempt === exchange.attempt + 1 && traceIdOf(other) === trace);
}

function traceIdOf({ request }: Exchange): string {
  return request.headers['traceparent']?.split('-')[1] ?? '';
}
