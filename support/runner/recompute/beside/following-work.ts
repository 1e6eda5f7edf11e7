import type { Recomputation } from '../../../evidence/verify/recomputation.js';
import type { TargetClass } from '../../../target/target.js';

/** What the thread that follows a run is told, in this order: growth any number of times, then the end, then the decision. */
export type FollowingWork =
  | { readonly does: 'grown' }
  | { readonly does: 'closed'; readonly targetClass: TargetClass }
  | { readonly does: 'compare' };

/** What the thread answers. */
export type FollowingOutcome =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'compared'; readonly found: Recomputation }
  | { readonly kind: 'failed'; readonly problem: string };
