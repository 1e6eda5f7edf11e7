import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import { isUnlisted } from '../../trace/transitions/entity-track.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';

/** Which steps of a lifecycle are meant: how its objects begin, what happens to them, or both. */
export type LifecyclePart = 'start' | 'changes' | 'all';

const isPart: Readonly<Record<LifecyclePart, (from: string) => boolean>> = {
  start: (from) => from === 'none',
  changes: (from) => from !== 'none',
  all: () => true,
};

/**
 * Watches every observed state change of one lifecycle: each must be a step its table knows. A value nobody knows may be
 * an addition, which the contract judges; it is no step outside the table. Nor is a change that was shown before the call behind
 * it was recorded, which the recording tells afterwards.
 */
export function withinLifecycle(entity: LifecycleName, part: LifecyclePart = 'all'): () => InvariantWatch {
  return () => {
    const outside = new Map<string, InvariantViolation>();
    return {
      transition: (step) => {
        const { entity: seen, entityId, from, to, exchangeId, explains } = step;
        if (seen !== entity) return nothingToSay;
        // The step it explains was counted, and may belong to another part of the lifecycle.
        if (explains !== undefined) {
          outside.delete(`${entityId} ${explains}`);
          return nothingToSay;
        }
        if (!isPart[part](from) || [from, to].some((state) => state.startsWith('unknown-value-'))) return nothingToSay;
        const message = `expected a step of the ${entity} lifecycle, received ${from} to ${to} on ${entity} ${entityId}`;
        if (isUnlisted(step)) outside.set(`${entityId} ${exchangeId}`, { exchangeIds: [exchangeId], message });
        return { evaluated: 1, violations: [] };
      },
      end: () => ({ evaluated: 0, violations: [...outside.values()] }),
    };
  };
}
