import { errorsOf } from '../../messages/coded-error.js';
import { mutationStoppedMessages } from '../../messages/mutation-messages.js';
import type { TriedMutant } from '../score/scored-mutant.js';
import type { Attempt, Batch, Tried } from './batch.js';
import { Shift } from './shift.js';
import type { Worker } from './worker.js';

const stopped = errorsOf(mutationStoppedMessages, 'incomplete');

/** What a crew works with. */
export interface CrewOptions {
  /** Processes at a time. */
  readonly processes: number;
  readonly open: () => Worker;
  readonly signal: AbortSignal;
  /** Told of every attempt as soon as it was made. */
  readonly tried: (tried: Tried, attempt: Attempt) => void;
}

/**
 * Makes every attempt of the batches and of those they find, each process one batch after another, with a control run before its first batch,
 * between any two and after its last. Throws MUT-301 when a control run is not clean, MUT-302 or MUT-303 when one could not
 * be made, MUT-401 when interrupted: then nothing that was tried counts.
 */
export async function tryBatches(
  batches: readonly Batch[],
  { processes, open, signal, tried }: CrewOptions,
): Promise<readonly TriedMutant[]> {
  const queue = [...batches];
  const mutants: TriedMutant[] = [];
  let [done, planned] = [0, attemptsIn(batches)];
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
      new Shift(hire, halt.signal, (found, attempt) => {
        mutants.push(...found.mutants);
        queue.push(...found.next);
        [done, planned] = [done + 1, planned + attemptsIn(found.next)];
        tried(found, attempt);
      }).work(queue),
    );
    await Promise.all(shifts);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', interrupted);
    await endAll();
  }
  if (signal.aborted) throw stopped('MUT-401', { done, planned });
  return mutants;
}

function attemptsIn(batches: readonly Batch[]): number {
  return batches.reduce((sum, { attempts }) => sum + attempts.length, 0);
}
