import type { Exchange } from '../trace/exchange.js';
import { withoutContent } from '../trace/without-content.js';

/** Reads up to which a series is kept whole. Longer ones take hours, and almost all their reads show nothing new. */
const wholeUpTo = 200;

interface Kept {
  readonly exchange: Exchange;
  readonly state: string;
}

/**
 * The reads of one wait. A short series is kept whole. Of a longer one, reads that show the same state as both neighbours
 * are let go, so that hours of polling hold no more than the first, each change and the last. The times of all are kept.
 */
export class ReadSeries {
  private readonly kept: Kept[] = [];
  private readonly timed: Exchange[] = [];

  /** Adds the next read with the state it shows. */
  add(exchange: Exchange, state: string): void {
    const [before, last] = [this.kept.at(-2), this.kept.at(-1)];
    if (this.kept.length >= wholeUpTo && before?.state === state && last?.state === state) this.kept.pop();
    this.kept.push({ exchange, state });
    this.timed.push(withoutContent(exchange));
  }

  /** How many reads there were. */
  get length(): number {
    return this.timed.length;
  }

  /** The reads with all they hold, in order: every read of a short series, the telling ones of a long one. */
  get telling(): readonly Exchange[] {
    return this.kept.map(({ exchange }) => exchange);
  }

  /** Every read in order; all but the last without their content. */
  get all(): readonly Exchange[] {
    return [...this.timed.slice(0, -1), ...this.telling.slice(-1)];
  }
}
