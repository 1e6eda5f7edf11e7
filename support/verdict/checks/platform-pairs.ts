import type { Exchange, Json } from '../../trace/exchange.js';
import { exchangeFixture as made } from './exchange-fixture.js';
import {
  said,
  yes,
  no,
  accepts,
  refuses,
  carries,
  money,
  unmoved,
  page,
  spends,
  fees,
  movements,
  code,
  gone,
  at,
  guarded,
  callback,
  ordered,
  created,
  windowed,
  bare,
  ofUnknownIssuer,
  renewed,
  type Pair,
} from './pair-builders.js';

/** A subscription that asked for this. */
const subscribed = (request: Json) => said({ token: 'b' }, { operationId: 'subscribeOtp', request });
/** A read of a token. */
const asked = (token: string, exchange: Exchange): Exchange => ({
  ...exchange,
  request: { ...exchange.request, path: `/otp/${token}` },
});

/** Purchases by number, as a query finds them. */
const bought = (query: Readonly<Record<string, string>>, numbers: string) =>
  page(
    numbers.split(' ').map((transId) => ({ transId, cardId: 7, dateCreated: `2026-01-01T00:00:0${transId}Z` })),
    { operationId: 'listCardTransactions', query },
  );
/** The purchases 1 and 2 of a card in every way: those of two statuses, and the newest first. */
const found = (cleared: string, declined: string, newestFirst: string): readonly Exchange[] => [
  bought({ cardId: '7' }, '1 2'),
  bought({ cardId: '7', transStatus: '2' }, cleared),
  bought({ cardId: '7', transStatus: '4' }, declined),
  bought({ cardId: '7', orderBy: 'dateCreated', sort: 'desc' }, newestFirst),
  bought({ cardId: '7', transId: '1' }, '1'),
  bought({ cardholderId: '70' }, '1 2'),
];

/** Purchases of a window, each numbered by the second it is shown to be created at. */
const spent = (after: string, before: string, ...seconds: readonly number[]) =>
  page(
    seconds.map((second) => ({ transId: String(second), dateCreated: new Date(second * 1000).toISOString() })),
    { operationId: 'listCardTransactions', query: { after, before } },
  );

/** Evidence for the checks on codes, lists, records and the platform itself. */
export const platformPairs: Readonly<Record<string, Pair>> = {
  'listener-token-issued': carries({ token: 't' }),
  'no-code-before-challenge': { met: [gone(at(1))], violated: [code(9, at(1))] },
  'code-received-with-expiry': { met: [code(9, at(1))], violated: [said({ status: 'received', code: '847291' })] },
  'code-for-its-card-alone': {
    met: [subscribed({ cardId: 1 }), asked('a', code(2, at(1))), asked('b', gone(at(1)))],
    violated: [subscribed({ cardId: 1 }), asked('a', code(2, at(1))), asked('b', code(2, at(1)))],
  },
  'no-callback-after-end': {
    met: [subscribed({ cardId: 1, webhookUrl: 'https://a.example' })],
    violated: [subscribed({ cardId: 1, webhookUrl: 'https://a.example' }), callback],
  },
  'callback-names-card-only': {
    met: [made({ request: { cardId: 1 } })],
    violated: [made({ request: { cardId: 1, code: '847291' } })],
    arguments: { cardId: 1 },
  },
  'code-fetched-after-callback': { met: [callback, code(9, at(1))], violated: [callback, gone(at(1))] },
  'code-not-served-after-expiry': {
    met: [code(100, at(50)), gone(at(101))],
    violated: [code(100, at(50)), code(100, at(101))],
  },
  'listener-refused-unless-active': refuses,
  'no-code-after-unsubscribe': {
    met: [yes, code(9, at(1)), no],
    violated: [yes, code(9, at(1)), made({ path: '/otp/t1', body: { status: 'received', code: '847291' } })],
  },
  'subscription-names-somebody': refuses,
  'legacy-listener-answered': { met: [no], violated: [made({ status: 500 })] },
  'pages-join-without-loss': {
    met: [page([{ id: 1 }], {}, 2), page([{ id: 2 }], {}, 2)],
    violated: [page([{ id: 1 }], {}, 2), page([{ id: 1 }], {}, 2)],
    arguments: { key: 'id' },
  },
  'total-constant-over-pages': {
    met: [page([{}], {}, 2), page([{}], {}, 2)],
    violated: [page([{}], {}, 2), page([{}], {}, 3)],
  },
  'page-limit-respected': {
    met: [page([{}], { query: { limit: '201' } })],
    violated: [said({ status: 'success', items: [{}], total: 1, limit: 201 }, { query: { limit: '201' } })],
  },
  'filter-obeyed': {
    met: [page([{ id: 7, status: 4 }], { query: { status: '4' } }), page([], { query: { status: '1' } })],
    violated: [
      page([{ id: 7, status: 4 }], { query: { status: '4' } }),
      page([{ status: 4 }], { query: { status: '1' } }),
    ],
    arguments: { key: 'id', known: [{ member: 'status', value: 4, id: 7 }] },
  },
  'order-obeyed': {
    met: [ordered('asc', 1, 2), ordered('desc', 2, 1)],
    violated: [ordered('asc', 1, 2), ordered('desc', 1, 2)],
    arguments: { key: 'id', orders: [{ by: 'id', ascending: [1, 2] }] },
  },
  'window-obeyed': {
    met: [page([created(150)], { query: { after: '100', before: '200' } }), page([], { query: { before: '100' } })],
    violated: [
      page([created(150)], { query: { after: '100', before: '200' } }),
      page([created(150)], { query: { before: '100' } }),
    ],
    arguments: { key: 'id', member: 'dateCreated', id: '150' },
  },
  'records-keep-to-window': {
    met: [spent('100', '200', 150), spent('1', '99')],
    violated: [spent('100', '200', 150), spent('1', '99', 150)],
  },
  'offset-skips-rows': {
    met: [page([{}], { query: { offset: '0' } }, 3), page([], { query: { offset: '3' } }, 3)],
    violated: [page([{}], { query: { offset: '0' } }, 3), page([{}], { query: { offset: '3' } }, 3)],
  },
  'purchases-found-as-asked': { met: found('1', '2', '2 1'), violated: found('1', '1 2', '2 1') },
  'unknown-filter-value-answered': { met: [no], violated: [made({ status: 500 })] },
  'foreign-spend-has-fee': {
    met: [spends({ authRefNum: 'a' }), fees({ authRefNum: 'a' })],
    violated: [spends({ authRefNum: 'a' }), fees({ authRefNum: 'b' })],
  },
  'every-fee-finds-its-transaction': {
    met: [spends({ authRefNum: 'a' }), fees({ authRefNum: 'a' })],
    violated: [spends({ authRefNum: 'a' }), fees({ authRefNum: 'a' }, { authRefNum: 'b' })],
  },
  'declined-spend-recorded': { met: [spends({ transStatus: 4 })], violated: [spends({ transStatus: 1 })] },
  'barred-spend-moves-nothing': unmoved,
  'declined-spend-moves-nothing': unmoved,
  'amount-text-form-established': {
    met: [spends({ amount: '12.34' })],
    violated: [spends({ amount: '12.35' })],
    arguments: { amount: 1234 },
    readings: { 'U-06 literal': [spends({ amount: '12.34' })], 'U-06 decimal-implied': [spends({ amount: '1234' })] },
  },
  'one-window-for-all-sets': {
    met: ['listCardTransactions', 'listCardFees', 'listWalletTransactions'].map((name) => windowed(name, '2')),
    violated: [
      windowed('listCardTransactions', '2'),
      windowed('listCardFees', '3'),
      windowed('listWalletTransactions', '2'),
    ],
  },
  'data-sets-disjoint': {
    met: [spends({ transId: '1' }), fees({ transId: '2' }), movements({ transId: 3 })],
    violated: [spends({ transId: '1' }), fees({ transId: '2' }), movements({ transId: 1 })],
  },
  'balances-explained-by-records': {
    met: [
      spends({ amount: '3.00', transStatus: 2 }, { amount: '9.00', transStatus: 4 }),
      fees({ amount: '0.50' }),
      money(650, 650),
    ],
    violated: [spends({ amount: '3.00', transStatus: 2 }), fees({ amount: '0.50' }), money(700, 700)],
    arguments: { funded: 1000 },
  },
  'list-answers-200': { met: [page([])], violated: [made({ status: 201 })] },
  'list-envelope-complete': { met: [page([])], violated: [said({ items: [] })] },
  'list-default-limit': { met: [page([])], violated: [said({ limit: 25 })] },
  'no-certificate-no-http': {
    met: [bare({ failure: 'tls' }), yes, bare({ failure: 'tls' })],
    violated: [bare({ status: 403 }), yes, bare({ failure: 'tls' })],
  },
  'unknown-issuer-no-http': {
    met: [ofUnknownIssuer({ failure: 'tls' }), yes, ofUnknownIssuer({ failure: 'tls' })],
    violated: [ofUnknownIssuer({ status: 200 }), yes, ofUnknownIssuer({ failure: 'tls' })],
  },
  'missing-key-rejected': refuses,
  'wrong-key-rejected': refuses,
  'both-certificates-accepted': { met: [yes, renewed], violated: [no, renewed] },
  'ticket-accepted': accepts,
  'production-refuses-creation': guarded,
  'foreign-host-refused': guarded,
  'production-list-answers-200': { met: [page([])], violated: [made({ status: 404 })] },
  'simulation-absent-in-production': { met: [made({ status: 404 })], violated: [yes] },
  'simulation-path-missing': {
    met: [made({ status: 404, body: { status: 'error', message: 'Cannot POST /v2/staging/kyc/validate' } })],
    violated: [made({ status: 404, body: { status: 'error', message: 'No such cardholder.' } })],
  },
};
