import { transactionStatus } from '../checks/status-words.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects, type SeenObject } from './seen-objects.js';
import { plainMember } from './stays-the-same.js';

/** States of a purchase that went through: one that is pending or declined may have no reference of its own. */
const done: ReadonlySet<string | undefined> = new Set(
  [transactionStatus.Cleared, transactionStatus.Completion].map(String),
);

/** What showed a reference first, and for which card. */
interface Bearer {
  readonly card: string;
  readonly exchangeId: string;
}

/**
 * The reference of a fee is borne by purchases of one card: it alone joins the fee to its purchase, over a whole Program too. Several
 * records of one card may bear it; how a purchase is cleared in parts is not stated. Told at the end, once a reference.
 */
export const feeFindsOneCard = (): InvariantWatch => {
  const bearers = new Map<string, Bearer[]>();
  const fees = new Map<string, string>();
  const bear = (object: SeenObject, reference: string, exchangeId: string) => {
    const card = plainMember('cardId')(object.members);
    if (card === undefined || !done.has(plainMember('transStatus')(object.members))) return;
    const known = bearers.get(reference) ?? [];
    if (known.every((bearer) => bearer.card !== card)) bearers.set(reference, [...known, { card, exchangeId }]);
  };
  return {
    exchange: (exchange) => {
      for (const object of seenObjects(exchange)) {
        const text = plainMember('authRefNum')(object.members) ?? '';
        if (text === '') continue;
        // Shards may have emulators of their own, which number alike.
        const reference = `${labelScopeOf(exchange)} ${text}`;
        if (object.kind === 'card-transaction') bear(object, reference, exchange.id);
        if (object.kind === 'fee') fees.set(reference, exchange.id);
      }
      return nothingToSay;
    },
    end: () => {
      const joined = [...fees].filter(([reference]) => bearers.has(reference));
      const violations = joined.flatMap(([reference, feeList]): InvariantViolation[] => {
        const [first, second] = bearers.get(reference) ?? [];
        if (first === undefined || second === undefined) return [];
        const message = `expected the reference of a fee on purchases of one card, received it on those of card ${first.card} and card ${second.card}`;
        return [{ exchangeIds: [first.exchangeId, second.exchangeId, feeList], message }];
      });
      return { evaluated: joined.length, violations };
    },
  };
};
