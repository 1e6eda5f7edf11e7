import type { Exchange } from '../../trace/exchange.js';
import { isAccepted, items, numberMember } from '../checks/answer.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';
import { seenObjects } from './seen-objects.js';

/** Rows a page has when none are asked for, and at most. Source: docs/pagination-filtering-and-rate-limits. */
const usual: Readonly<Record<string, number>> = { limit: 50, offset: 0 };
const atMost = 200;

/** What a list was asked for; undefined where the documentation does not say what becomes of it. */
function asked({ request }: Exchange, name: string): number | undefined {
  const text = request.query[name];
  if (text === undefined) return usual[name];
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const value = Number(text);
  return name === 'limit' && (value < 1 || value > atMost) ? undefined : value;
}

/** A list as it was answered; undefined for anything else, and for one whose items were withheld from the recording. */
function listIn(exchange: Exchange): { readonly count: number } | undefined {
  const list = isAccepted(exchange) && exchange.withheld === undefined ? items(exchange) : undefined;
  return list === undefined ? undefined : { count: list.length };
}

/** The envelope says the offset and the limit that were asked for, or the usual ones. */
export const saysWhatWasAsked = (): InvariantWatch => ({
  exchange: (exchange) => {
    if (listIn(exchange) === undefined) return nothingToSay;
    const compared = ['limit', 'offset'].flatMap((name) => {
      const [wanted, said] = [asked(exchange, name), numberMember(exchange, name)];
      return wanted === undefined || said === undefined ? [] : [{ name, wanted, said }];
    });
    const other = compared.find(({ wanted, said }) => wanted !== said);
    if (other === undefined) return { evaluated: compared.length, violations: [] };
    const { name, wanted, said } = other;
    const message = `expected ${name} ${String(wanted)} from ${exchange.request.path}, received ${String(said)}`;
    return { evaluated: compared.length, violations: [{ exchangeIds: [exchange.id], message }] };
  },
});

/**
 * A page with room left is the last one, so that `total` ends with it. Something may be created between counting and
 * reading, so that one page of an operation that does not fit says nothing; a second one does.
 */
export const totalEndsWithTheLastPage = (): InvariantWatch => {
  const once = new Set<string | null>();
  return {
    exchange: (exchange) => {
      const count = listIn(exchange)?.count;
      const [total, limit, offset] = ['total', 'limit', 'offset'].map((name) => numberMember(exchange, name));
      const start = offset ?? asked(exchange, 'offset');
      if (count === undefined || total === undefined || start === undefined) return nothingToSay;
      const room = Math.min(limit ?? 0, asked(exchange, 'limit') ?? 0);
      if (count >= room || (count === 0 && start > 0)) return nothingToSay;
      if (total <= start + count) return { evaluated: 1, violations: [] };
      const message = `expected total ${String(start + count)} of a list that ends there, received ${String(total)} from ${exchange.request.path}`;
      const isSecond = once.has(exchange.operationId);
      once.add(exchange.operationId);
      return { evaluated: 1, violations: isSecond ? [{ exchangeIds: [exchange.id], message }] : [] };
    },
  };
};

/** Lists whose items are objects with a number of their own. */
const ofObjects: ReadonlySet<string | null> = new Set(['listCardholders', 'listCards', 'listWallets']);

/** No object stands twice on one page. */
export const eachOnce = (): InvariantWatch => ({
  exchange: (exchange) => {
    const shown = ofObjects.has(exchange.operationId) ? seenObjects(exchange) : [];
    if (shown.length === 0) return nothingToSay;
    const ids = new Set(shown.map(({ id }) => id));
    if (ids.size === shown.length) return { evaluated: 1, violations: [] };
    const message = `expected each object once on a page, received ${String(shown.length)} items of ${String(ids.size)} objects from ${exchange.request.path}`;
    return { evaluated: 1, violations: [{ exchangeIds: [exchange.id], message }] };
  },
});
