import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import { nothingToSay, type InvariantWatch } from './invariant.js';

/** Which steps of a lifecycle are meant: how its objects begin, what happens to them, or both. */
export type LifecyclePart = 'start' | 'changes' | 'all';

const isPart: Readonly<Record<LifecyclePart, (from: string) => boolean>> = {
  start: (from) => from === 'none',
  changes: (from) => from !== 'none',
  all: () => true,
};

/**
 * Watches every observed state change of one lifecycle: each must be a step its table knows. A value nobody knows may be
 * an addition, which the contract judges; it is no step outside the table.
 */
export function withinLifecycle(entity: LifecycleName, part: LifecyclePart = 'all'): () => InvariantWatch {
  return () => ({
    transition: ({ entity: seen, entityId, from, to, transition, exchangeId }) => {
      if (seen !== entity || !isPart[part](from) || [from, to].some((state) => state.startsWith('unknown-value-')))
        return nothingToSay;
      if (transition !== 'unlisted') return { evaluated: 1, violations: [] };
      const message = `expected a step of the ${entity} lifecycle, received ${from} to ${to} on ${entity} ${entityId}`;
      return { evaluated: 1, violations: [{ exchangeIds: [exchangeId], message }] };
    },
  });
}
