import { isRecord } from '../verify/json-shape.js';
import type { RecordedLine } from './stream-rule.js';

/** A scenario's call, by its place. */
export interface PlacedCall {
  readonly scenario: string;
  readonly ordinal: number;
}

/** The number in the id of an exchange (`x-000042`) or of a connection (`c-000042`); null for anything else. */
export function idNumber(kind: 'x' | 'c', id: unknown): number | null {
  const digits = typeof id === 'string' && id.startsWith(`${kind}-`) ? /^.-(\d{6,})$/.exec(id)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/**
 * The place of an exchange that a scenario's step made to change something; null for reads, for what was replayed to our own
 * client, for what comes in, and for what only ends a scenario: those leave without an intent.
 */
export function writingCallOf({ scenario, ordinal, request, replayed, cleanUp }: RecordedLine): PlacedCall | null {
  if (typeof scenario !== 'string' || typeof ordinal !== 'number' || replayed === true || cleanUp === true) return null;
  return isRecord(request) && request['method'] === 'GET' ? null : { scenario, ordinal };
}
