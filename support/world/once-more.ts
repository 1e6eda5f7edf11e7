import { retryDelayMs } from '../client/retry-delay.js';
import type { Clock } from '../config/clock.js';
import type { Exchange } from '../trace/exchange.js';

/** What repeating a call needs from the run. */
export interface Patience {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Makes a call, and makes it once more after the wait the target asks for where it was turned away by the rate limit:
 * the client repeats reads by itself and nothing else, and a 429 says that nothing was done. Both are exchanges of their
 * own; the second answer stands. Rejects when the run is aborted while waiting.
 * Source: docs/pagination-filtering-and-rate-limits, docs/recipe-program-launch-checklist.
 */
export async function onceMoreIfTurnedAway(
  call: () => Promise<Exchange>,
  { clock, signal }: Patience,
): Promise<Exchange> {
  const first = await call();
  const repeatable = first.request.method !== 'GET' && first.response?.status === 429;
  const delay = repeatable ? retryDelayMs(first, clock.now()) : null;
  if (delay === null) return first;
  await clock.sleep(delay, signal);
  return call();
}
