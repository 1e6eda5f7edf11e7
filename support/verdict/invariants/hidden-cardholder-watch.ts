import type { Exchange } from '../../trace/exchange.js';
import { idOf } from '../../trace/transitions/json-members.js';
import { isAccepted, isRefused, items, member } from '../checks/answer.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects } from './seen-objects.js';

/** Who is shown in a list: cardholders, and the owners of cards, purchases and fees. */
function listedIn(exchange: Exchange): readonly string[] {
  if (items(exchange) === undefined) return [];
  return seenObjects(exchange).flatMap(({ kind, id, members }) => {
    const owner = kind === 'cardholder' ? id : idOf(members['cardholderId']);
    return owner === null ? [] : [owner];
  });
}

/** The cardholder a read with the Program's own credentials was refused for; null for any other exchange. */
function hiddenBy(exchange: Exchange): string | null {
  const isRead = exchange.operationId === 'getCardholder' && exchange.identity === 'program';
  return isRead && isRefused(exchange) ? (exchange.request.path.split('/')[2] ?? null) : null;
}

/** The cardholder a call created; null for any other exchange. */
function createdBy(exchange: Exchange): string | null {
  if (exchange.operationId !== 'createCardholder') return null;
  if (exchange.adopted !== undefined) return String(exchange.adopted.id);
  const id = member(exchange, 'cardholderId', 'number') ?? member(exchange, 'cardholderId', 'string');
  return isAccepted(exchange) ? idOf(id) : null;
}

/**
 * A cardholder that is hidden from the Program, and that the run did not create, is in none of its lists, as which somebody
 * else's would be. Told at the end, once a cardholder, since the lists may come first.
 */
export const hiddenIsUnlisted = (): InvariantWatch => {
  const listed = new Map<string, string>();
  const hidden = new Map<string, { readonly id: string; readonly exchangeId: string }>();
  const created = new Set<string>();
  return {
    exchange: (exchange) => {
      // Shards may have emulators of their own, which number alike.
      const keyOf = (id: string): string => `${labelScopeOf(exchange)} ${id}`;
      for (const key of listedIn(exchange).map(keyOf)) if (!listed.has(key)) listed.set(key, exchange.id);
      const [own, other] = [createdBy(exchange), hiddenBy(exchange)];
      if (own !== null) created.add(keyOf(own));
      if (other !== null) hidden.set(keyOf(other), { id: other, exchangeId: exchange.id });
      return nothingToSay;
    },
    end: () => {
      const foreign = listed.size === 0 ? [] : [...hidden].filter(([key]) => !created.has(key));
      const violations = foreign.flatMap(([key, { id, exchangeId }]): InvariantViolation[] => {
        const listId = listed.get(key);
        const message = `expected cardholder ${id}, whose record is refused, to be in no list, received one that shows it`;
        return listId === undefined ? [] : [{ exchangeIds: [exchangeId, listId], message }];
      });
      return { evaluated: foreign.length, violations };
    },
  };
};
