import type { Exchange, Json } from '../../trace/exchange.js';
import { membersOf } from '../../trace/transitions/json-members.js';
import { seenObjects } from './seen-objects.js';

/** The deposit addresses one answer shows for a card, in the form in which they are compared. */
export interface ShownAddresses {
  readonly card: string;
  readonly addresses: readonly string[];
}

/** The deposit addresses of every card an answer shows; a card that is shown without the list of them is left out. */
export function shownAddresses(exchange: Exchange): readonly ShownAddresses[] {
  return seenObjects(exchange).flatMap(({ kind, id, members }) => {
    const list: Json | undefined = members['cryptoAddresses'];
    if (kind !== 'card' || !Array.isArray(list)) return [];
    const addresses = (list as readonly Json[]).map((item) => membersOf(item)['address']);
    return [{ card: id, addresses: addresses.filter((address) => typeof address === 'string').map(comparable) }];
  });
}

/** An EVM address in small letters, as its capitals are a check of the same address; any other as it is. */
function comparable(address: string): string {
  return /^0x[0-9a-f]{40}$/i.test(address) ? address.toLowerCase() : address;
}
