import { asText, at, isAccepted, items, numberMember } from '../checks/answer.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';

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

/** Query parameters that name whose records are asked for; items name it the same. */
const owners: readonly string[] = ['cardId', 'cardholderId'];

/** Lists that are filtered by owner. Whose wallet movements a filter selects is left open (contradiction C-14). */
const filtered: ReadonlySet<string | null> = new Set(['listCards', 'listCardTransactions', 'listCardFees']);

/** Every item of a filtered list that says whose it is, is of whom was asked for: nothing of anybody else is shown. */
export const keepsToFilter = (): InvariantWatch => ({
  exchange: (exchange) => {
    const list = filtered.has(exchange.operationId) && isAccepted(exchange) ? (items(exchange) ?? []) : [];
    const asked = owners.filter((owner) => exchange.request.query[owner] !== undefined);
    const said = list.flatMap((item) => asked.map((owner) => ({ owner, value: at(item, `/${owner}`) })));
    const known = said.filter(({ value }) => typeof value === 'number' || typeof value === 'string');
    const strange = known.filter(({ owner, value }) => asText(value) !== exchange.request.query[owner]);
    if (strange.length === 0) return { evaluated: known.length, violations: [] };
    const [first] = strange;
    const wanted = asked.map((owner) => `${owner} ${String(exchange.request.query[owner])}`).join(', ');
    const message = `expected items of ${wanted} alone, received ${String(strange.length)} of others, such as ${first?.owner ?? ''} ${asText(first?.value)}, from ${exchange.request.path}`;
    return { evaluated: known.length, violations: [{ exchangeIds: [exchange.id], message }] };
  },
});
