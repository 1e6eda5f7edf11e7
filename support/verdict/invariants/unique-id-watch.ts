import { idOf } from '../../trace/transitions/json-members.js';
import { isAccepted, member } from '../checks/answer.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';

/** Watches creating calls: no two of them may be answered with the same id. */
export function uniqueIds(operations: readonly string[], idMember: string): () => InvariantWatch {
  return () => {
    const made = new Map<string, string>();
    return {
      exchange: (exchange) => {
        if (!operations.includes(exchange.operationId ?? '') || !isAccepted(exchange)) return nothingToSay;
        const id = idOf(member(exchange, idMember, 'number') ?? member(exchange, idMember, 'string'));
        if (id === null) return nothingToSay;
        const before = made.get(id);
        made.set(id, exchange.id);
        if (before === undefined) return { evaluated: 1, violations: [] };
        const message = `expected each creation to have its own ${idMember}, received ${id} twice`;
        return { evaluated: 1, violations: [{ exchangeIds: [before, exchange.id], message }] };
      },
    };
  };
}
