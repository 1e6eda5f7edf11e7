import type { Exchange } from '../trace/exchange.js';

/** Longest wait a server may ask for and get, milliseconds; beyond it the answer is handed back as it is. */
const longestRetryAfterMs = 300_000;

const longestBackoffSeconds = 30;

/**
 * Milliseconds to wait before the next try: `Retry-After` as seconds or as an HTTP date, else 1, 2, 4 .. 30 seconds.
 * Null when the server asks for more than {@link longestRetryAfterMs}. An HTTP date is measured from the answer's own
 * `Date`, because the server's clock need not be ours (the emulator's runs faster).
 */
export function retryDelayMs(exchange: Exchange, now: number): number | null {
  const headers = exchange.response?.headers ?? {};
  const asked = headers['retry-after']?.trim();
  const delay = asked === undefined ? null : readRetryAfter(asked, readDate(headers['date']) ?? now);
  if (delay === null) return Math.min(longestBackoffSeconds, 2 ** (exchange.attempt - 1)) * 1000;
  return delay > longestRetryAfterMs ? null : delay;
}

function readRetryAfter(value: string, now: number): number | null {
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = readDate(value);
  return date === null ? null : Math.max(0, date - now);
}

function readDate(value: string | undefined): number | null {
  const read = value === undefined || !/[a-z]/i.test(value) ? Number.NaN : Date.parse(value);
  return Number.isNaN(read) ? null : read;
}
