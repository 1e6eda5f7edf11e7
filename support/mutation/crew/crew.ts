import { errorsOf } from '../../messages/coded-error.js';
import { mutationStoppedMessages } from '../../messages/mutation-messages.js';
import type { FaultBatch } from '../behaviour/fault-batches.js';
import type { FaultTrial } from '../behaviour/fault-trial.js';
import { Shift } from './shift.js';
import type { Worker } from './worker.js';

const stopped = errorsOf(mutationStoppedMessages, 'incomplete');

/** What a crew works with. */
export interface CrewOptions {
  /** Processes at a time. */
  readonly processes: number;
  readonly open: () => Worker;
  readonly signal: AbortSignal;
  /** Told of every fault as soon as it was tried. */
  readonly tried: (trial: FaultTrial) => void;
}

/**
 * Tries every fault of the batches, each process one batch after another, with a control run before its first batch,
 * between any two and after its last. Throws MUT-301 when a control run is not clean, MUT-302 or MUT-303 when one could not
 * be made, MUT-401 when interrupted: then nothing that was tried counts.
 */
export async function tryBatches(
  batches: readonly FaultBatch[],
  { processes, open, signal, tried }: CrewOptions,
): Promise<readonly FaultTrial[]> {
  const queue = [...batches];
  const trials: FaultTrial[] = [];
  const working = new Set<Worker>();
  const halt = new AbortController();
  const endAll = async (): Promise<void> => {
    halt.abort();
    await Promise.all([...working].map((worker) => worker.end()));
  };
  const hire = (): Worker => {
    const worker = open();
    working.add(worker);
    return worker;
  };
  const interrupted = (): void => void endAll();
  signal.addEventListener('abort', interrupted, { once: true });
  try {
    if (signal.aborted) await endAll();
    const shifts = Array.from({ length: Math.min(processes, batches.length) }, () =>
      new Shift(hire, halt.signal, (trial) => {
        trials.push(trial);
        tried(trial);
      }).work(queue),
    );
    await Promise.all(shifts);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', interrupted);
    await endAll();
  }
  const planned = batches.reduce((sum, { faults }) => sum + faults.length, 0);
  if (signal.aborted) throw stopped('MUT-401', { done: trials.length, planned });
  return trials;
}
