import type { Clock } from '../config/clock.js';

/** A wait that ends so many milliseconds too late was held up, with everything else in this process. */
const heldUpMs = 1000;

/** One piece of work that must end in time. */
interface Open {
  readonly dueAt: number;
  readonly late: () => void;
}

/**
 * Deadlines of one length, in milliseconds. A single wait watches all of them: work that ends in time, as nearly all does, costs
 * neither a timer nor an aborted one. Whoever makes them closes them.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #afterMs: number;
  readonly #closing = new AbortController();
  /** In the order in which they fall due. */
  readonly #open = new Set<Open>();
  #watching = false;
  #broken: { readonly reason: unknown } | null = null;

  constructor(clock: Clock, afterMs: number) {
    this.#clock = clock;
    this.#afterMs = afterMs;
  }

  /**
   * Begins one: `late` is called when it falls due before what is returned was called. Both throw what the clock failed with, since
   * nothing ends in time by a broken clock.
   */
  begin(late: () => void): () => void {
    this.#orThrow();
    const open: Open = { dueAt: this.#clock.now() + this.#afterMs, late };
    this.#open.add(open);
    if (!this.#watching) void this.#watch();
    return () => {
      this.#open.delete(open);
      this.#orThrow();
    };
  }

  /** Ends the wait; nothing is watched any more. */
  close(): void {
    this.#open.clear();
    this.#closing.abort();
  }

  async #watch(): Promise<void> {
    this.#watching = true;
    for (let next = first(this.#open); next !== null; next = first(this.#open)) {
      const { dueAt } = next;
      try {
        await this.#clock.sleep(Math.max(0, dueAt - this.#clock.now()), this.#closing.signal);
        // Held up, the process may not have read yet what came in time.
        if (this.#clock.now() - dueAt > heldUpMs) await this.#clock.sleep(heldUpMs, this.#closing.signal);
      } catch (reason) {
        // Still watching, for good: what begins now is watched no more than what was open.
        if (this.#closing.signal.aborted) return;
        this.#broken = { reason };
      }
      for (const open of [...this.#open]) {
        // A wait that is over has lasted, whatever a clock shows that was set meanwhile.
        if (this.#broken === null && open.dueAt > dueAt) break;
        this.#open.delete(open);
        open.late();
      }
    }
    this.#watching = false;
  }

  #orThrow(): void {
    if (this.#broken !== null) throw this.#broken.reason;
  }
}

function first(open: ReadonlySet<Open>): Open | null {
  return open.values().next().value ?? null;
}
