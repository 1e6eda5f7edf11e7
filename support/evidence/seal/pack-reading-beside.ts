import { Worker } from 'node:worker_threads';
import { crossedError } from '../../messages/crossing-error.js';
import { unreachable } from '../../messages/unreachable.js';
import type { PackReading, ReadingRequest, ReadPack } from './pack-reading.js';
import type { ReadingOutcome, ReadingWork } from './pack-reading-work.js';

/** Who waits for a work. */
interface Waiting {
  readonly resolve: (found: ReadPack | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads in a thread of its own, beside everything else that ends a run: works are done in the order in which they are asked
 * for. The thread ends with `finish` or `discard`, and a thread that breaks rejects every work under way.
 */
export function packReadingBeside(request: ReadingRequest): PackReading {
  const thread = new Worker(new URL('./pack-reading-thread.js', import.meta.url), { workerData: request });
  const waiting: Waiting[] = [];
  let over: Error | null = null;
  const end = (reason: Error): void => {
    over ??= reason;
    for (const { reject } of waiting.splice(0)) reject(over);
  };
  thread.on('message', (outcome: ReadingOutcome) => settle(waiting.shift(), outcome));
  thread.on('error', end);
  thread.on('exit', () => end(new Error('the thread that reads the pack has ended')));
  const ask = (work: ReadingWork): Promise<ReadPack | null> =>
    new Promise((resolve, reject) => {
      if (over === null) {
        waiting.push({ resolve, reject });
        thread.postMessage(work);
      } else reject(over);
    });
  const askLast = async (work: ReadingWork): Promise<void> => {
    await ask(work).finally(() => thread.terminate());
  };
  return {
    read: async (paths) => {
      await ask({ does: 'read', paths });
    },
    found: async () => {
      const found = await ask({ does: 'found' });
      if (found === null) throw new Error('the thread that reads the pack found nothing');
      return found;
    },
    finish: (paths) => askLast({ does: 'finish', paths }),
    // Safe to call twice: a thread that has ended has left nothing, or cannot be helped.
    discard: () => (over === null ? askLast({ does: 'discard' }) : Promise.resolve()),
  };
}

function settle(waiting: Waiting | undefined, outcome: ReadingOutcome): void {
  switch (outcome.kind) {
    case 'done':
      return waiting?.resolve(outcome.found);
    case 'coded':
    case 'failed':
      return waiting?.reject(crossedError(outcome));
    default:
      return unreachable(outcome, 'outcome');
  }
}
