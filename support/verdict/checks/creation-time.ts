import type { Json } from '../../trace/exchange.js';

/** A creation time, Unix seconds. */
export interface CreationTime {
  readonly seconds: number;
  /** False for a date and time that names no zone: it is read as UTC, and another zone is as legal. */
  readonly certain: boolean;
}

const dateAndTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Seconds have at most eleven digits until the year 5138; more may be milliseconds. */
const unixSecondsText = /^\d{1,11}$/;

/**
 * Reads a creation time: Unix seconds as number or text, or a date and time as of ISO 8601. Undefined for any other form, about
 * which nothing can be said: which format timestamps have is open question O-14.
 */
export function creationTimeOf(value: Json | undefined): CreationTime | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  if (unixSecondsText.test(text)) return { seconds: Number(text), certain: true };
  const [, zone] = dateAndTime.exec(text) ?? [];
  const parsed = dateAndTime.test(text) ? Date.parse(`${text.replace(' ', 'T')}${zone === undefined ? 'Z' : ''}`) : NaN;
  return Number.isNaN(parsed) ? undefined : { seconds: parsed / 1000, certain: zone !== undefined };
}
