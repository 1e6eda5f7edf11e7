import type { Json } from '../../trace/exchange.js';

/** A text or number of a request or an answer as text; anything else is empty. Not the reader of the checks, which judge it. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
