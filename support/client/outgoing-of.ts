import type { Json } from '../trace/exchange.js';
import type { CallOptions } from './client.js';
import { headersFor } from './describe-call.js';
import { requestUrl } from './request-url.js';
import type { Outgoing } from './send.js';

/** A call as it was asked for: of an operation, or a probe without one. */
export interface Call {
  readonly operationId: string | null;
  readonly method: string;
  /** Path below the base URL, filled in; a probe's may carry a query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

/** A call as the behaviours of the client take it, on its first try. */
export function outgoingOf(
  { operationId, method, path: asked, query, body }: Call,
  { scenario, identity = 'program', expectedInvalid, cleanUp, signal, ordinal }: CallOptions,
  { baseUrl, traceId }: { readonly baseUrl: URL; readonly traceId: string },
): Outgoing {
  const url = requestUrl(baseUrl, asked, query);
  const [path = ''] = asked.split('?');
  return {
    ...{ operationId, scenario, identity, expectedInvalid: expectedInvalid ?? null },
    ...(cleanUp === true ? { cleanUp } : {}),
    ...{ method, url, path, query: Object.fromEntries(url.searchParams), headers: headersFor(body), body },
    ...{ traceId, attempt: 1, signal: signal ?? null },
    ...(ordinal === undefined ? {} : { ordinal }),
  };
}
