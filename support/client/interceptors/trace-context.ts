import type { Interceptor } from '../send.js';

/**
 * Marks each try with a W3C `traceparent` (one trace per call, one span per try) and names the caller, so that the
 * platform's people can find it in their logs.
 */
export function traceContext(spanId: () => string, userAgent: string): Interceptor {
  return (next) => (request) =>
    next({
      ...request,
      headers: {
        ...request.headers,
        'user-agent': userAgent,
        traceparent: `00-${request.traceId}-${spanId()}-01`,
      },
    });
}
