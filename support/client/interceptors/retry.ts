import type { Clock } from '../../config/clock.js';
import { answerClasses } from '../answer-classes.js';
import { classifyAnswer } from '../classify-answer.js';
import { retryDelayMs } from '../retry-delay.js';
import type { Interceptor } from '../send.js';

/** Tries of one call, the first included. */
export const maxTries = 5;

/**
 * Repeats GET after 5xx, a reset connection or 429; nothing else is ever sent twice, since the API has no idempotency
 * key (docs/pagination-filtering-and-rate-limits names none). Each try is an exchange of its own; the last is returned.
 */
export function retry(clock: Clock): Interceptor {
  return (next) => async (request) => {
    for (let attempt = request.attempt; ; attempt++) {
      const exchange = await next({ ...request, attempt });
      if (request.method !== 'GET' || attempt >= maxTries || !answerClasses[classifyAnswer(exchange)].passes)
        return exchange;
      const delay = retryDelayMs(exchange, clock.now());
      if (delay === null || request.signal?.aborted === true) return exchange;
      if (await interrupted(clock.sleep(delay, request.signal ?? undefined), request.signal)) return exchange;
    }
  };
}

async function interrupted(sleep: Promise<void>, signal: AbortSignal | null): Promise<boolean> {
  try {
    await sleep;
    return false;
  } catch (reason) {
    // A caller who gives up while we wait gets the last answer, not an exception.
    if (signal?.aborted === true) return true;
    throw reason;
  }
}
