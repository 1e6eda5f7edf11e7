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

/** The status that is seen in passing during any change, and between which states it may stand besides one and the same. */
const inPassing = 'pending';
const between: Readonly<Partial<Record<LifecycleName, readonly string[]>>> = {
  // Source: docs/cardholders-and-compliance. Every other way of a cardholder through it is in the table.
  cardholder: [],
  // Whether a card shows it while a change is under way is not stated.
  card: ['not-activated active', 'active on-hold', 'on-hold active'],
};

/**
 * Watches every observed state change of one lifecycle: each must be a step its table knows. A value nobody knows may be
 * an addition, which the contract judges; it is no step outside the table. Nor is a change that was shown before the call behind
 * it was recorded, which the recording tells afterwards; nor the passing status on the way between two states.
 */
export function withinLifecycle(entity: LifecycleName, part: LifecyclePart = 'all'): () => InvariantWatch {
  return () => {
    const outside = new Map<string, InvariantViolation>();
    /** Objects last seen in the passing status, that came to it by no step of the table. */
    const passing = new Map<string, { readonly from: string; readonly key: string }>();
    /** True where a step leaves the passing status for a state that could be reached without it. */
    const hasPassed = (entityId: string, to: string): boolean => {
      const came = passing.get(entityId);
      passing.delete(entityId);
      if (came === undefined || !(came.from === to || between[entity]?.includes(`${came.from} ${to}`) === true))
        return false;
      outside.delete(came.key);
      return true;
    };
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
        const key = `${entityId} ${exchangeId}`;
        const passed = from === inPassing && hasPassed(entityId, to);
        if (isUnlisted(step) && !passed) outside.set(key, { exchangeIds: [exchangeId], message });
        if (isUnlisted(step) && to === inPassing && between[entity] !== undefined) passing.set(entityId, { from, key });
        return { evaluated: 1, violations: [] };
      },
      end: () => {
        // Nobody looked again: what it passed on to is not known.
        for (const { key } of passing.values()) outside.delete(key);
        return { evaluated: 0, violations: [...outside.values()] };
      },
    };
  };
}
