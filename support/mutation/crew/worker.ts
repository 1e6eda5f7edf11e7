import type { FaultOrder, FaultRun } from '../behaviour/fault-run.js';
import type { SampleSize } from '../wire/sent/choose-errands.js';
import type { LossOrder } from '../lost/losing-calls.js';
import type { LostRun } from '../lost/lost-run.js';
import type { WireErrand } from '../wire/sent/wire-errand.js';
import type { WireTrial } from '../wire/wire-mutant.js';
import type { JudgedRun } from './judged-run.js';

/** What a process can be asked to do. Its laboratory does the same in place. */
export interface Work {
  /** Runs rows of the matrix, with or without faults. */
  run(order: FaultOrder): Promise<FaultRun>;
  /** Runs the whole matrix without a fault, judges every mutant of its answers, and draws a sample of them to be sent. */
  judge(sample: SampleSize): Promise<JudgedRun>;
  /** Runs one scenario with one answer altered on its way. */
  send(errand: WireErrand): Promise<WireTrial>;
  /** Runs scenarios against a sound emulator, to which one call of each is lost. */
  lose(order: LossOrder): Promise<LostRun>;
}

/**
 * A process of its own that does one task after another. Each rejects with MUT-302 when the process ends or stays silent
 * first, MUT-303 when it could not do its work.
 */
export interface Worker extends Work {
  /** Ends the process, whatever it is doing; safe to call twice. */
  end(): Promise<void>;
}

/** A task as it passes between processes. */
export type WorkerTask = {
  readonly [Name in keyof Work]: { readonly name: Name; readonly asks: Parameters<Work[Name]>[0] };
}[keyof Work];

/** What a worker answers to a task. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly problem: string; readonly next: string };
