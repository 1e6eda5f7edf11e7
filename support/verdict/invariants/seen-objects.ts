import type { Exchange } from '../../trace/exchange.js';
import { idOf, itemsOf, membersOf, type Members } from '../../trace/transitions/json-members.js';
import { isAccepted, record } from '../checks/answer.js';

/** Kinds of objects that answers show with their id. */
export type SeenKind = 'cardholder' | 'card' | 'wallet' | 'card-transaction' | 'fee' | 'wallet-movement';

/** An object as one answer showed it. */
export interface SeenObject {
  readonly kind: SeenKind;
  /** The target's own id, as text. */
  readonly id: string;
  readonly members: Members;
}

/** Where an operation's answer has objects: one whose id the path names, one with its own id, or the items of a list. */
type Place =
  | { readonly kind: SeenKind; readonly in: 'path'; readonly segment: number }
  | { readonly kind: SeenKind; readonly in: 'body' | 'items'; readonly idMember: string };

const places: Readonly<Record<string, Place>> = {
  getCardholder: { kind: 'cardholder', in: 'path', segment: 2 },
  listCardholders: { kind: 'cardholder', in: 'items', idMember: 'cardholderId' },
  issueVirtualCard: { kind: 'card', in: 'body', idMember: 'cardId' },
  issuePhysicalCard: { kind: 'card', in: 'body', idMember: 'cardId' },
  getCard: { kind: 'card', in: 'path', segment: 2 },
  getCardDetails: { kind: 'card', in: 'path', segment: 2 },
  getCardBalance: { kind: 'card', in: 'path', segment: 2 },
  listCards: { kind: 'card', in: 'items', idMember: 'cardId' },
  getWallet: { kind: 'wallet', in: 'path', segment: 2 },
  listWallets: { kind: 'wallet', in: 'items', idMember: 'walletId' },
  listCardTransactions: { kind: 'card-transaction', in: 'items', idMember: 'transId' },
  listCardFees: { kind: 'fee', in: 'items', idMember: 'feeId' },
  listWalletTransactions: { kind: 'wallet-movement', in: 'items', idMember: 'transId' },
};

/** Many invariants ask about the same exchange; it is read once. */
const known = new WeakMap<Exchange, readonly SeenObject[]>();

/** The objects an accepted answer shows; none for any other exchange. */
export function seenObjects(exchange: Exchange): readonly SeenObject[] {
  const objects = known.get(exchange) ?? readObjects(exchange);
  known.set(exchange, objects);
  return objects;
}

function readObjects(exchange: Exchange): readonly SeenObject[] {
  const place = places[exchange.operationId ?? ''];
  if (place === undefined || !isAccepted(exchange)) return [];
  switch (place.in) {
    case 'path':
      return named(place.kind, exchange.request.path.split('/')[place.segment], membersOf(record(exchange)));
    case 'body': {
      const members = membersOf(record(exchange));
      return named(place.kind, members[place.idMember], members);
    }
    case 'items':
      return itemsOf(exchange).flatMap((members) => named(place.kind, members[place.idMember], members));
    default:
      return place satisfies never;
  }
}

function named(kind: SeenKind, value: Members[string] | undefined, members: Members): readonly SeenObject[] {
  const id = idOf(value);
  return id === null ? [] : [{ kind, id, members }];
}
