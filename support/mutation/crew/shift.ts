import { CodedError } from '../../messages/coded-error.js';
import { controlsOf, type Attempt, type Batch, type Tried } from './batch.js';
import { requireClean } from './require-clean.js';
import type { Worker } from './worker.js';

/** Errors of a process, which are no word about the mutant that it tried. */
const losses: ReadonlySet<string> = new Set(['MUT-302', 'MUT-303']);

/** One process's part of the work: batch after batch, with a control run around each. */
export class Shift {
  readonly #hire: () => Worker;
  readonly #halted: AbortSignal;
  readonly #tell: (tried: Tried, attempt: Attempt) => void;
  #worker: Worker | null = null;

  constructor(hire: () => Worker, halted: AbortSignal, tell: (tried: Tried, attempt: Attempt) => void) {
    this.#hire = hire;
    this.#halted = halted;
    this.#tell = tell;
  }

  async work(queue: Batch[]): Promise<void> {
    let before: readonly Batch[] = [];
    for (let batch = queue.shift(); batch !== undefined && !this.#isOver(); batch = queue.shift()) {
      await this.#control([...before, batch]);
      for (const attempt of batch.attempts) await this.#try(attempt, batch);
      before = [batch];
    }
    await this.#control(before);
  }

  async #control(batches: readonly Batch[]): Promise<void> {
    for (const order of controlsOf(batches)) {
      if (this.#isOver()) return;
      requireClean(await this.#current().run(order), order.rows.join(' '));
    }
  }

  /** A process that a mutant takes down is replaced, and the new one has to show a clean control run first. */
  async #try(attempt: Attempt, batch: Batch): Promise<void> {
    if (this.#isOver()) return;
    try {
      this.#tell(await attempt.run(this.#current()), attempt);
    } catch (error) {
      if (this.#isOver() || !(error instanceof CodedError) || !losses.has(error.code)) throw error;
      await this.#worker?.end();
      this.#worker = null;
      await this.#control([batch]);
      this.#tell(attempt.broken(`${error.code}: ${error.message}`), attempt);
    }
  }

  #current(): Worker {
    this.#worker ??= this.#hire();
    return this.#worker;
  }

  #isOver(): boolean {
    return this.#halted.aborted;
  }
}
