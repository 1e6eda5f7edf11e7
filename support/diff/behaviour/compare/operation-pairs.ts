import type { ObservedBehaviour } from '../observed-behaviour.js';
import type { ObservedOperation } from '../observed-operation.js';

/** An operation as both runs saw it; null on the side that never called it. */
export interface OperationPair {
  readonly operationId: string;
  readonly old: ObservedOperation | null;
  readonly new: ObservedOperation | null;
  /** True for a call that reads: it is repeated as often as the target needs. */
  readonly reads: boolean;
}

/** Every operation that either run called, sorted. */
export function operationPairs(old: ObservedBehaviour, next: ObservedBehaviour): readonly OperationPair[] {
  const byId = (behaviour: ObservedBehaviour) => new Map(behaviour.operations.map((one) => [one.operationId, one]));
  const [before, after] = [byId(old), byId(next)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((operationId) => {
    const [one, other] = [before.get(operationId) ?? null, after.get(operationId) ?? null];
    const operation = one?.operation ?? other?.operation ?? null;
    return { operationId, old: one, new: other, reads: operation === null || operation.startsWith('GET ') };
  });
}
