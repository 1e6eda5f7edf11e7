import type { BehaviourRule } from './behaviour-rule.js';

/** Differences in time, beyond what the runs vary by in themselves. */
export const timingRules = {
  'operation-slower': {
    mirror: 'operation-faster',
    effect: 'conditionally-breaking',
    says: 'takes {after}, took {before}',
    because: 'a client with a tight deadline gives up earlier',
  },
  'operation-faster': { mirror: 'operation-slower', effect: 'cosmetic', says: 'takes {after}, took {before}' },
  'stage-slower': {
    mirror: 'stage-faster',
    effect: 'conditionally-breaking',
    says: 'takes {after}, took {before} (target time)',
    because: 'a client that waits with a deadline gives up earlier',
  },
  'stage-faster': { mirror: 'stage-slower', effect: 'cosmetic', says: 'takes {after}, took {before} (target time)' },
  'stage-now-seen': {
    mirror: 'stage-no-longer-seen',
    effect: 'additive',
    says: 'is a step that the same scenarios did not see before',
  },
  'stage-no-longer-seen': {
    mirror: 'stage-now-seen',
    effect: 'unknown',
    says: 'is a step that the same scenarios saw before and see no more',
    because: 'it may be gone, or too short to be seen between two readings',
  },
} as const satisfies Record<string, BehaviourRule>;
