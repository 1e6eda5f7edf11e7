import type { CheckedJournal } from '../../../evidence/verify/check-journal.js';
import type { Recomputation } from '../../../evidence/verify/recomputation.js';
import type { CrossingError } from '../../../messages/crossing-error.js';
import type { TargetClass } from '../../../target/target.js';

/** The run that a thread follows. */
export interface RunToFollow {
  /** Its folder, absolute. */
  readonly root: string;
  readonly runId: string;
}

/** What the thread that follows a run is told, in this order: growth any number of times, then the end, then the decision. */
export type FollowingWork =
  | { readonly does: 'grown' }
  | { readonly does: 'closed'; readonly targetClass: TargetClass }
  | { readonly does: 'compare' };

/** What the thread answers: of the journal once the recording is closed, of the comparison once it is asked for. */
export type FollowingOutcome =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'journal'; readonly found: CheckedJournal | null }
  | { readonly kind: 'compared'; readonly found: Recomputation }
  | CrossingError;
