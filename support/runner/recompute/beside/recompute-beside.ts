import { Worker } from 'node:worker_threads';
import type { Recomputation } from '../../../evidence/verify/recomputation.js';
import type { TargetClass } from '../../../target/target.js';
import type { FollowingOutcome, FollowingWork } from './following-work.js';

/** The recomputation of a run by a thread that follows it, so that little of it is left when the run is decided. */
export interface RecomputationBeside {
  /** More of the run was written. */
  grown(): void;
  /** The recording is closed. */
  closed(targetClass: TargetClass): void;
  /**
   * Once the run is decided and written: what deriving it again found; null for a run that was too long to be followed, which
   * somebody else has to derive. A thread that broke rejects.
   */
  compared(): Promise<Recomputation | null>;
  /** Ends the thread, whatever it does; safe to call twice. */
  end(): Promise<void>;
}

/** Follows the run in `folder` (absolute), whose plan is frozen, in a thread of its own. */
export function recomputeBeside(folder: string): RecomputationBeside {
  const thread = new Worker(new URL('./following-thread.js', import.meta.url), { workerData: folder });
  const outcome = new Promise<FollowingOutcome>((resolve, reject) => {
    thread.on('message', resolve);
    thread.on('error', reject);
    thread.on('exit', () => {
      reject(new Error('the thread that derives the run again has ended'));
    });
  });
  // It says one thing, and is of no more use: the memory of a long run is short.
  const found = outcome.finally(() => thread.terminate()).then(foundIn);
  // Whoever asks is told; until then an error of the thread must not end the process.
  found.catch(() => undefined);
  const tell = (work: FollowingWork): void => {
    thread.postMessage(work);
  };
  return {
    grown: () => {
      tell({ does: 'grown' });
    },
    closed: (targetClass) => {
      tell({ does: 'closed', targetClass });
    },
    compared: () => {
      tell({ does: 'compare' });
      return found;
    },
    end: async () => {
      await thread.terminate();
    },
  };
}

function foundIn(outcome: FollowingOutcome): Recomputation | null {
  switch (outcome.kind) {
    case 'compared':
      return outcome.found;
    case 'too-long':
      return null;
    case 'failed':
      throw new Error(outcome.problem);
    default:
      return unreachable(outcome);
  }
}

function unreachable(outcome: never): never {
  throw new Error(`unknown outcome: ${JSON.stringify(outcome)}`);
}
