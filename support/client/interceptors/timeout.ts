import { TimeoutReason } from '../classify-failure.js';
import type { Deadlines } from '../deadlines.js';
import type { Interceptor } from '../send.js';

/** Gives each try `afterMs` milliseconds from send to the last byte, connecting included; `deadlines` are of that length. */
export function timeout(deadlines: Deadlines, afterMs: number): Interceptor {
  return (next) => async (request) => {
    const ending = new AbortController();
    const { signal: callers } = request;
    // Passed on by hand: a joined signal for every call is kept for as long as the caller's lives.
    const cancel = () => ending.abort(callers?.reason);
    const end = deadlines.begin(() => ending.abort(new TimeoutReason(afterMs)));
    if (callers?.aborted === true) cancel();
    callers?.addEventListener('abort', cancel, { once: true });
    try {
      return await next({ ...request, signal: ending.signal });
    } finally {
      callers?.removeEventListener('abort', cancel);
      end();
    }
  };
}
