import { Worker } from 'node:worker_threads';
import type { CheckedJournal } from '../../../evidence/verify/check-journal.js';
import type { Recomputation } from '../../../evidence/verify/recomputation.js';
import { awaited } from '../../../messages/awaited.js';
import { crossedError } from '../../../messages/crossing-error.js';
import { unreachable } from '../../../messages/unreachable.js';
import type { TargetClass } from '../../../target/target.js';
import type { FollowingOutcome, FollowingWork, RunToFollow } from './following-work.js';

/** The recomputation of a run by a thread that follows it, so that little of it is left when the run is decided. */
export interface RecomputationBeside {
  /** More of the run was written. */
  grown(): void;
  /** The recording is closed. */
  closed(targetClass: TargetClass): void;
  /**
   * Once the recording is closed: its journal, when nothing stands against it; null when something does, or the run was too
   * long to be followed: somebody else has to check it. A thread that broke rejects.
   */
  journal(): Promise<CheckedJournal | null>;
  /**
   * Once the run is decided and written: what deriving it again found; null for a run that was too long to be followed, which
   * somebody else has to derive. A thread that broke rejects.
   */
  compared(): Promise<Recomputation | null>;
  /** Ends the thread, whatever it does; safe to call twice. */
  end(): Promise<void>;
}

/** Follows a run, whose plan is frozen, in a thread of its own. */
export function recomputeBeside(run: RunToFollow): RecomputationBeside {
  const thread = new Worker(new URL('./following-thread.js', import.meta.url), { workerData: run });
  const journal = awaited<CheckedJournal | null>();
  const compared = awaited<Recomputation | null>();
  const take = (outcome: FollowingOutcome): void => {
    switch (outcome.kind) {
      case 'journal':
        journal.resolve(outcome.found);
        return;
      case 'compared':
        compared.resolve(outcome.found);
        break;
      case 'too-long':
        journal.resolve(null);
        compared.resolve(null);
        break;
      case 'coded':
      case 'failed':
        broken(crossedError(outcome));
        break;
      default:
        unreachable(outcome, 'outcome');
    }
    // It is of no more use, and the memory of a long run is short.
    void thread.terminate();
  };
  const broken = (error: Error): void => {
    journal.reject(error);
    compared.reject(error);
  };
  thread.on('message', take);
  thread.on('error', broken);
  thread.on('exit', () => {
    broken(new Error('the thread that derives the run again has ended'));
  });
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
    journal: () => journal.promise,
    compared: () => {
      tell({ does: 'compare' });
      return compared.promise;
    },
    end: async () => {
      await thread.terminate();
    },
  };
}
