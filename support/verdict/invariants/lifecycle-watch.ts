import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import { nothingToSay, type InvariantWatch } from './invariant.js';

/**
 * Watches every observed state change of one lifecycle: each must be a step its table knows. A value nobody knows may be
 * an addition, which the contract judges; it is no step outside the table.
 */
export function withinLifecycle(entity: LifecycleName): () => InvariantWatch {
  return () => ({
    transition: ({ entity: seen, entityId, from, to, transition, exchangeId }) => {
      if (seen !== entity || [from, to].some((state) => state.startsWith('unknown-value-'))) return nothingToSay;
      if (transition !== 'unlisted') return { evaluated: 1, violations: [] };
      const message = `expected a step of the ${entity} lifecycle, received ${from} to ${to} on ${entity} ${entityId}`;
      return { evaluated: 1, violations: [{ exchangeIds: [exchangeId], message }] };
    },
  });
}
