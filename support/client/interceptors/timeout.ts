import type { Clock } from '../../config/clock.js';
import { TimeoutReason } from '../classify-failure.js';
import type { Interceptor } from '../send.js';

/** Gives each try `afterMs` milliseconds from send to the last byte, connecting included. */
export function timeout(clock: Clock, afterMs: number): Interceptor {
  return (next) => async (request) => {
    const late = new AbortController();
    const finished = new AbortController();
    const signal = request.signal === null ? late.signal : AbortSignal.any([request.signal, late.signal]);
    const watch = clock.sleep(afterMs, finished.signal).then(
      () => late.abort(new TimeoutReason(afterMs)),
      (reason: unknown) => {
        // Only our own abort may end the watch early; anything else is a broken clock.
        if (!finished.signal.aborted) throw reason;
      },
    );
    try {
      return await next({ ...request, signal });
    } finally {
      finished.abort();
      await watch;
    }
  };
}
