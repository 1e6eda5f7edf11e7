import { isObject } from '../http/is-object.js';
import { ok } from '../http/reply.js';
import type { Fault, Faults } from './fault.js';
import { answering, listed, mishearing, relisting, reshaping, together, withholding } from './plant-answers.js';

const purchases = 'listCardTransactions';

/** Faults of paging, filtering, ordering and windows of lists. */
export const listFaults: Faults = {
  'lists/total-counts-the-page': reshaping(purchases, (members) => ({
    ...members,
    total: listed(members, 'items').length,
  })),
  'lists/total-counts-what-is-left': reshaping(purchases, (members) => ({
    ...members,
    total: Number(members['total']) - Number(members['offset']),
  })),
  'lists/limit-ignored': ignoring(purchases, 'limit'),
  'lists/offset-ignored': ignoring(purchases, 'offset'),
  'lists/fees-offset-ignored': ignoring('listCardFees', 'offset'),
  'lists/cardholders-offset-ignored': skippingNone('listCardholders'),
  'lists/cards-offset-ignored': skippingNone('listCards'),
  'lists/movements-offset-ignored': skippingNone('listWalletTransactions'),
  'lists/purchase-status-filter-ignored': ignoring(purchases, 'transStatus'),
  'lists/declined-purchases-not-found': relisting(purchases, (items, { query }) =>
    query['transStatus'] === '4' ? [] : items,
  ),
  'lists/purchase-number-filter-ignored': ignoring(purchases, 'transId'),
  'lists/purchases-of-every-cardholder': ignoring(purchases, 'cardholderId'),
  'lists/fees-of-every-cardholder': ignoring('listCardFees', 'cardholderId'),
  'lists/purchase-order-ignored': ignoring(purchases, 'sort'),
  'lists/pages-overlap': asking(purchases, (query) => ({
    ...query,
    offset: String(Math.max(0, Number(query['offset'] ?? '0') - 1)),
  })),
  'lists/pages-skip-an-item': asking(purchases, (query) =>
    Number(query['offset'] ?? '0') > 0 ? { ...query, offset: String(Number(query['offset']) + 1) } : query,
  ),
  'lists/limit-above-200-in-force': longerPages(),
  'lists/default-limit-of-20': asking('listCardholders', (query) => ({ limit: '20', ...query })),
  'lists/cardholder-status-filter-ignored': ignoring('listCardholders', 'status'),
  'lists/card-status-filter-ignored': ignoring('listCards', 'issuerCardStatus'),
  'lists/cards-of-everybody': ignoring('listCards', 'cardholderId'),
  'lists/purchase-of-another-card': withStranger(purchases, 'transId'),
  'lists/fee-of-another-card': withStranger('listCardFees', 'feeId'),
  'lists/filtered-list-empty': relisting('listCardholders', (items, { query }) =>
    query['status'] === undefined ? items : [],
  ),
  'lists/order-ignored': ignoring('listCardholders', 'orderBy'),
  'lists/descending-ignored': ignoring('listCards', 'sort'),
  'lists/last-name-order-by-number': asking('listCardholders', (query) =>
    query['orderBy'] === 'lastName' ? { ...query, orderBy: 'cardholderId' } : query,
  ),
  'lists/after-ignored': ignoring('listCardholders', 'after'),
  'lists/before-ignored': ignoring('listCards', 'before'),
  'lists/purchases-before-ignored': ignoring(purchases, 'before'),
  'lists/fees-after-ignored': ignoring('listCardFees', 'after'),
  'lists/movements-window-ignored': together(
    ignoring('listWalletTransactions', 'after'),
    ignoring('listWalletTransactions', 'before'),
  ),
  'lists/window-swapped': asking('listCardholders', ({ after, before, ...rest }) => ({
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  })),
  'lists/envelope-without-total': withholding('listCardholders', 'total'),
  'lists/envelope-without-status': withholding('listCardholders', 'status'),
  'lists/bare-array': answering('listCardholders', ({ body }) =>
    ok('json' in body && isObject(body.json) ? [...listed(body.json, 'items')] : []),
  ),
};

/** Adds to a list of one card what happened on another one, like the last item in everything else. */
function withStranger(operation: string, idMember: string): Fault {
  return relisting(operation, (items, { query }) => {
    const last = items.at(-1);
    if (last === undefined || query['cardId'] === undefined) return items;
    return [...items, { ...last, [idMember]: Number(last[idMember]) + 700_000, cardId: Number(last['cardId']) + 1 }];
  });
}

type Query = Readonly<Record<string, string>>;

/** Reads the query otherwise. */
function asking(operation: string, change: (query: Query) => Query): Fault {
  return mishearing(operation, (call) => ({ ...call, query: change(call.query) }));
}

/** Does as if one query parameter had not been given. */
function ignoring(operation: string, parameter: string): Fault {
  return asking(operation, (query) => Object.fromEntries(Object.entries(query).filter(([name]) => name !== parameter)));
}

/** Skips no row, and says in the envelope what was asked for. */
function skippingNone(operation: string): Fault {
  return together(
    ignoring(operation, 'offset'),
    reshaping(operation, (members, { query }) => ({ ...members, offset: Number(query['offset'] ?? '0') })),
  );
}

/** Takes a limit above 200 as it is; the request is not refused and the envelope says so. */
function longerPages(): Fault {
  return (sound) => {
    const lenient: Fault = (inner) => ({
      ...inner,
      checkCall: (validators, route, parts) => {
        const isMeant = route.operation.operationId === purchases && Number(parts.query['limit']) > 200;
        inner.checkCall(validators, route, isMeant ? { ...parts, query: { ...parts.query, limit: '200' } } : parts);
      },
    });
    const shown = reshaping(purchases, (members, { query }) => ({
      ...members,
      limit: Number(query['limit'] ?? members['limit']),
    }));
    const capped = asking(purchases, (query) => (Number(query['limit']) > 200 ? { ...query, limit: '200' } : query));
    return shown(capped(lenient(sound)));
  };
}
