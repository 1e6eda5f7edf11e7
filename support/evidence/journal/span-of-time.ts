import type { Span } from './run-so-far.js';

/** Clocks of two threads of a run are apart by less than this, in milliseconds. */
const toleranceMs = 5000;

/** What happened once, by the clock of the run. */
export interface Happened {
  /** ISO 8601. */
  readonly at: string;
  readonly durationMs: number;
}

/**
 * Half a sentence where something that was written down between two events of the journal did not happen then, else null. It may
 * have begun before the first of them.
 */
export function outsideSpan({ at, durationMs }: Happened, { from, to }: Span): string | null {
  const began = Date.parse(at);
  const tooEarly = began + durationMs < Date.parse(from) - toleranceMs;
  const tooLate = to !== null && began > Date.parse(to) + toleranceMs;
  if (!tooEarly && !tooLate) return null;
  return `it happened at ${at}, and the journal was written from ${from}${to === null ? ' on' : ` to ${to}`} then`;
}
