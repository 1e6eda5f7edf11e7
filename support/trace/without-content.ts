import type { Body, Exchange } from './exchange.js';

const nothing: Body = { kind: 'none' };
/** Request header by which the tries of one call are told, and response header of the target's own clock. */
const keptHeaders = ['traceparent', 'date'] as const;

/**
 * The exchange without bodies and connection: who called what, when, how it was answered and judged. For long series, of
 * which only times and judgements are needed while the run lasts; the recorded exchange keeps everything.
 */
export function withoutContent(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, headers: keptOf(request.headers), body: nothing },
    response: response === null ? null : { status: response.status, headers: keptOf(response.headers), body: nothing },
    connection: null,
  };
}

function keptOf(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const])),
  );
}
