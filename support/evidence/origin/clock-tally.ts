import type { Exchange } from '../../trace/exchange.js';
import type { OriginClock } from './origin.js';

interface Sample {
  /** Our clock at the middle of the call, and the target's, milliseconds since the Unix epoch. */
  readonly ours: number;
  readonly theirs: number;
}

/** Date headers name a second that has begun: on the average half of it has passed. */
const halfSecondMs = 500;

/** Compares the target's Date headers with our own clock. */
export class ClockTally {
  private readonly offsets: number[] = [];
  private first: Sample | null = null;
  private last: Sample | null = null;

  /** Takes an answer of the target; one without a readable Date header says nothing. */
  add({ startedAt, durationMs, response }: Exchange): void {
    const theirs = Date.parse(response?.headers['date'] ?? '') + halfSecondMs;
    if (Number.isNaN(theirs)) return;
    const sample = { ours: Date.parse(startedAt) + Math.round(durationMs / 2), theirs };
    this.offsets.push(sample.theirs - sample.ours);
    this.first ??= sample;
    this.last = sample;
  }

  /** What the answers so far say. */
  result(): OriginClock {
    const { first, last } = this;
    const sorted = [...this.offsets].sort((a, b) => a - b);
    const [min, median, max] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
    if (first === null || last === null || min === undefined || median === undefined || max === undefined) {
      return { samples: 0, offsetMs: null, spanMs: 0, driftMs: 0, first: null, last: null };
    }
    const spanMs = last.ours - first.ours;
    return {
      ...{ samples: sorted.length, offsetMs: { min, median, max }, spanMs },
      driftMs: last.theirs - first.theirs - spanMs,
      ...{ first: isoSecond(first), last: isoSecond(last) },
    };
  }
}

function isoSecond({ theirs }: Sample): string {
  return new Date(theirs - halfSecondMs).toISOString();
}
