import type { FaultOrder, FaultRun } from '../behaviour/fault-run.js';

/** A process of its own that does one order after another. */
export interface Worker {
  /** Does an order. Rejects with MUT-302 when the process ends or stays silent first, MUT-303 when it could not do its work. */
  run(order: FaultOrder): Promise<FaultRun>;
  /** Ends the process, whatever it is doing; safe to call twice. */
  end(): Promise<void>;
}

/** What a worker answers to an order. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly run: FaultRun }
  | { readonly kind: 'failed'; readonly problem: string; readonly next: string };
