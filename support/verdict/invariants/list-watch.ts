import { isAccepted, items, numberMember } from '../checks/answer.js';
import { nothingToSay, type InvariantWatch } from './invariant.js';

/** The numbers of a list's envelope fit its items: as many as the limit allows, and never more than all there are. */
export const totalsFit = (): InvariantWatch => ({
  exchange: (exchange) => {
    const list = items(exchange);
    if (list === undefined || !isAccepted(exchange)) return nothingToSay;
    const [total, limit, offset] = ['total', 'limit', 'offset'].map((name) => numberMember(exchange, name));
    if (total === undefined) return nothingToSay;
    const fits =
      total >= 0 &&
      list.length <= (limit ?? list.length) &&
      (list.length === 0 || total >= (offset ?? 0) + list.length);
    if (fits) return { evaluated: 1, violations: [] };
    const said = `total ${String(total)}, limit ${String(limit)}, offset ${String(offset)} and ${String(list.length)} items`;
    const message = `expected numbers that fit each other, received ${said} from ${exchange.request.path}`;
    return { evaluated: 1, violations: [{ exchangeIds: [exchange.id], message }] };
  },
});
