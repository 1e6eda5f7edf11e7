import type { Exchange } from '../../trace/exchange.js';
import type { ClientIds } from '../client-ids.js';
import type { ExchangeSink } from '../client.js';
import type { Interceptor } from '../send.js';

/**
 * Numbers every finished try and hands it to the sink, one after the other in the order of the numbers. `withhold`
 * removes what must not even reach the sink (items of a production list); `replayed` marks answers of a server of ours.
 * Errors of the sink end the call.
 */
export function recording(
  sink: ExchangeSink,
  ids: ClientIds,
  withhold: (exchange: Exchange) => Exchange,
  replayed: boolean,
): Interceptor {
  let last: Promise<unknown> = Promise.resolve();
  return (next) => async (request) => {
    const finished = withhold(await next(request));
    const judged = last.then(() => sink({ ...finished, id: ids.exchange(), ...(replayed ? { replayed } : {}) }));
    // The next exchange waits for this one, but does not inherit its error: this call reports it.
    last = judged.catch(() => undefined);
    return judged;
  };
}
