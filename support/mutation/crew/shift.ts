import type { FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { CodedError, errorsOf } from '../../messages/coded-error.js';
import { mutationMessages } from '../../messages/mutation-messages.js';
import { exitCode } from '../../verdict/exit-code.js';
import { controlsOf, type FaultBatch } from '../behaviour/fault-batches.js';
import { brokenTrial, orderOf, trialOf, type FaultTrial } from '../behaviour/fault-trial.js';
import type { Worker } from './worker.js';

const broken = errorsOf(mutationMessages, 'harnessError');

/** One process's part of the work: batch after batch, with a control run around each. */
export class Shift {
  readonly #hire: () => Worker;
  readonly #halted: AbortSignal;
  readonly #tell: (trial: FaultTrial) => void;
  #worker: Worker | null = null;

  constructor(hire: () => Worker, halted: AbortSignal, tell: (trial: FaultTrial) => void) {
    this.#hire = hire;
    this.#halted = halted;
    this.#tell = tell;
  }

  async work(queue: FaultBatch[]): Promise<void> {
    let before: readonly FaultBatch[] = [];
    for (let batch = queue.shift(); batch !== undefined && !this.#isOver(); batch = queue.shift()) {
      await this.#control([...before, batch]);
      for (const fault of batch.faults) await this.#try(fault, batch);
      before = [batch];
    }
    await this.#control(before);
  }

  async #control(batches: readonly FaultBatch[]): Promise<void> {
    for (const order of controlsOf(batches)) {
      if (this.#isOver()) return;
      const { exitCode: code, decision, why, reported } = await this.#current().run(order);
      if (code === exitCode.ok && reported.length === 0) continue;
      const problem = `${decision}, exit code ${code}, ${reported.join(', ') || why}`;
      throw broken('MUT-301', { problem, rows: order.rows.join(' ') });
    }
  }

  /** A process that a fault takes down is replaced, and the new one has to show a clean control run first. */
  async #try(fault: FaultEntry, batch: FaultBatch): Promise<void> {
    if (this.#isOver()) return;
    try {
      this.#tell(trialOf(fault, await this.#current().run(orderOf(fault))));
    } catch (error) {
      if (this.#isOver() || !(error instanceof CodedError)) throw error;
      await this.#worker?.end();
      this.#worker = null;
      await this.#control([batch]);
      this.#tell(brokenTrial(fault, `${error.code}: ${error.message}`));
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
