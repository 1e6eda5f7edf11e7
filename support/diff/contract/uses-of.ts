import { changesReached, type RawChange } from './comparison.js';
import type { ReachedUse } from './classify-change.js';
import type { OperationParts } from './operation/operation-parts.js';

/** Which operations every difference reaches, and on which way it travels there. */
export function usesOf(operations: readonly OperationParts[]): ReadonlyMap<RawChange, readonly ReachedUse[]> {
  const found = new Map<RawChange, ReachedUse[]>();
  for (const { operation, operationId, request, response, inbound } of operations) {
    // What the platform sends us in a call of its own is what we receive.
    const ways = inbound
      ? ([
          [request, 'response'],
          [response, 'request'],
        ] as const)
      : ([
          [request, 'request'],
          [response, 'response'],
        ] as const);
    for (const [part, direction] of ways) {
      for (const [change, polarities] of changesReached(part)) {
        const uses = found.get(change) ?? [];
        uses.push({ operation, operationId, direction, polarities });
        found.set(change, uses);
      }
    }
  }
  return found;
}
