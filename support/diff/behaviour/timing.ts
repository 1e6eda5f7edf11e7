/** How long something took, over all its occurrences. */
export interface Durations {
  readonly count: number;
  /** Nearest rank: half took no longer. */
  readonly median: number;
  /** Nearest rank: nine in ten took no longer. */
  readonly p90: number;
  /** The exchange of the longest. */
  readonly slowest: string;
}

/** How long the target took from one state of a lifecycle to the next by itself, in seconds of its own clock. */
export interface ObservedStage extends Durations {
  readonly lifecycle: string;
  /** Transition id of the lifecycle table. */
  readonly transition: string;
  readonly from: string;
  readonly to: string;
}

/** Gathers durations with little memory: equal ones are counted. */
export class DurationTally {
  readonly #counts = new Map<number, number>();
  #longest = -1;
  #slowest = '';

  add(duration: number, exchange: string): void {
    this.#counts.set(duration, (this.#counts.get(duration) ?? 0) + 1);
    if (duration > this.#longest) [this.#longest, this.#slowest] = [duration, exchange];
  }

  /** What was gathered; null for nothing. */
  durations(): Durations | null {
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    const count = sorted.reduce((sum, [, times]) => sum + times, 0);
    if (count === 0) return null;
    return { count, median: atRank(sorted, count / 2), p90: atRank(sorted, count * 0.9), slowest: this.#slowest };
  }
}

function atRank(sorted: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0;
  for (const [duration, times] of sorted) {
    passed += times;
    if (passed >= rank) return duration;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
