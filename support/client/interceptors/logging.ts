import { clientLogLine, type ClientLog } from '../client-log.js';
import type { Interceptor } from '../send.js';

/** Tells the log of every finished, judged try: its class, in words, and what of it the contract does not know. */
export function logging(log: ClientLog): Interceptor {
  return (next) => async (request) => {
    const exchange = await next(request);
    log(clientLogLine(exchange));
    return exchange;
  };
}
