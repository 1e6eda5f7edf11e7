import type { OriginClock } from './origin.js';

/** Date headers have whole seconds, and calls take time: what lies within this says nothing. */
const toleranceMs = 2000;

/** A clock that moved this much more or less than ours runs at a pace of its own. */
const paceTolerance = 0.01;

/** How the target's clock stands to ours, as a sentence. */
export function clockInWords({ samples, offsetMs, spanMs, driftMs }: OriginClock): string {
  if (offsetMs === null) return 'No answer carried the time of the target.';
  if (Math.abs(driftMs) > toleranceMs + spanMs * paceTolerance) {
    return (
      `The target's clock is its own: it moved ${seconds(spanMs + driftMs)} s while ours moved ${seconds(spanMs)} s, ` +
      'as the clock of an emulator with a time scale does.'
    );
  }
  const { min, median, max } = offsetMs;
  if (max - min > 2 * toleranceMs + spanMs * paceTolerance) {
    return (
      `The target's clock does not run evenly: it was from ${seconds(min)} to ${seconds(max)} s ahead of ours in ${samples} answers, ` +
      `${seconds(median)} s in the median. Several machines answered, its clock was set, or times in the record were changed.`
    );
  }
  const side = median < 0 ? 'behind' : 'ahead of';
  return (
    `The target's clock was ${seconds(Math.abs(median))} s ${side} ours in the median of ${samples} answers ` +
    `(from ${seconds(min)} to ${seconds(max)} s).`
  );
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
