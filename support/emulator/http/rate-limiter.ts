import { Refusal } from './refusal.js';

/** Size of a token bucket. */
export interface Rate {
  /** Requests that may come at once. */
  readonly burst: number;
  /** Requests per real second in the long run. */
  readonly perSecond: number;
}

/** One token bucket per key, in real time. */
export interface RateLimiter {
  /** Takes one token; throws a 429 refusal with Retry-After (whole seconds) when there is none. */
  take(key: string, nowMs: number): void;
}

/** Makes a limiter whose buckets start full. */
export function createRateLimiter(rate: Rate): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, nowMs) {
      const bucket = buckets.get(key) ?? { tokens: rate.burst, at: nowMs };
      const refilled = bucket.tokens + ((nowMs - bucket.at) / 1000) * rate.perSecond;
      const tokens = Math.min(rate.burst, refilled);
      buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: nowMs });
      if (tokens >= 1) return;
      const seconds = Math.ceil((1 - tokens) / rate.perSecond);
      throw new Refusal('rate_limited', { seconds }, { 'retry-after': String(seconds) });
    },
  };
}
