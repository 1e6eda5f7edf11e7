import { exchangeOf, goodCard, type SmallExchange } from '../../../contract/fixtures/small-exchange.js';
import type { Exchange, Json } from '../../../trace/exchange.js';

type Members = Readonly<Record<string, Json>>;

const card: Members = {
  ...goodCard,
  ...{ state: 0, newStatus: 1, kind: 'abc', limit: 9, free: {} },
};
const activation: Members = { cardNumber: 4_111, newPin: '12' };
const list = { operationId: 'listCards', path: '/cards' } as const;
const got = { operationId: 'getCard', path: '/cards/7' } as const;
const activated = {
  ...{ operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate' },
  ...{ request: activation, answer: { status: 'ok' } },
} as const;
const issued = { operationId: 'issueVirtualCard', method: 'POST', path: '/cards/virtual/7' } as const;
const spent = { operationId: 'simulateCardSpend', method: 'POST', path: '/staging/spend' } as const;
const called = {
  operationId: 'receiveOtpCallback',
  method: 'POST',
  path: '/hook',
  status: 204,
  change: { identity: 'inbound' },
} as const;

/** Values of every kind, one of which breaks whatever a rule demands. */
const oddities: readonly Json[] = [null, true, 3, 99_999, 1.5, '', 'a text that is long', 'ABC', [], {}];

/** An object with each member left out, of each odd value, and with one more. */
function spoilt(good: Members, more: Members): readonly Members[] {
  const names = Object.keys(good);
  const without = (name: string): Members =>
    Object.fromEntries(Object.entries(good).filter(([other]) => other !== name));
  return [
    good,
    ...names.map(without),
    ...names.flatMap((name) => oddities.map((value) => ({ ...good, [name]: value }))),
    ...Object.entries(more).map(([name, value]) => ({ ...good, [name]: value })),
  ];
}

const answers: readonly SmallExchange[] = [
  ...spoilt(card, { newPin: '1234', unheard: 1 }).map((answer) => ({ ...got, answer })),
  ...spoilt(card, {}).map((item) => ({ ...list, headers: { 'x-total': '1' }, answer: { items: [item] } })),
  ...oddities.map((answer) => ({ ...got, answer })),
  ...[{}, { items: 3 }, { items: [] }].map((answer) => ({ ...list, headers: { 'x-total': '1' }, answer })),
  ...[{}, { 'x-total': 'many' }].map((headers) => ({ ...list, headers, answer: { items: [] } })),
  ...[200, 201, 204, 302, 404, 500].map((status) => ({ ...got, status, answer: { status: 'error', code: 'x' } })),
  ...[200, 201, 404].map((status) => ({ ...got, status, answer: card })),
  ...spoilt({ status: 'error', code: 'x' }, {}).map((answer) => ({ ...got, status: 404, answer })),
  { ...got, headers: { 'content-type': 'text/plain' }, answer: card },
  ...[200, 204].map((status) => ({ operationId: 'listCardTransactions', path: '/cards/transactions', status })),
  ...[{ type: 'a', size: 1 }, { type: 'b', name: 'n' }, { type: 'c' }, { type: 'a', size: 'x' }, { type: 'b' }, 3].map(
    (form) => ({ ...issued, answer: { cardNumber: 'x', form } }),
  ),
  { ...issued, answer: { cardNumber: 3 } },
  ...['ok', 'a long text'].map((text) => ({
    ...spent,
    headers: { 'content-type': 'text/plain' },
    answerBody: { kind: 'text', text, problem: 'it is no JSON' } as const,
  })),
];

const requests: readonly SmallExchange[] = [
  ...spoilt(activation, { unheard: 1 }).map((request) => ({ ...activated, request })),
  { operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate', answer: { status: 'ok' } },
  ...['0', '5', '201', 'x'].map((limit) => ({
    ...list,
    query: { limit },
    headers: { 'x-total': '1' },
    answer: { items: [] },
  })),
  { ...list, query: { unheard: '1' }, headers: { 'x-total': '1' }, answer: { items: [] } },
  { ...list, requestHeaders: { 'x-trace': 'too long' }, headers: { 'x-total': '1' }, answer: { items: [] } },
  { ...got, path: '/cards/abc', answer: card },
  ...spoilt({ cardId: 7 }, { unheard: 1 }).map((request) => ({ ...called, request })),
  called,
];

/** Calls that keep the small contract, and calls that break each of its rules in several ways. */
export const smallExchanges: readonly Exchange[] = [...answers, ...requests].map(exchangeOf);
