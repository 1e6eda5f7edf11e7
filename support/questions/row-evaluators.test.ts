import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Exchange, Json } from '../trace/exchange.js';
import { exchangeFixture, type ExchangeDetails } from '../verdict/checks/exchange-fixture.js';
import { aCheck, aResult } from '../verdict/testing/samples.js';
import { openQuestionsIn, openQuestionsPath } from './open-questions-in.js';
import { isAlias, isRowWay } from './open-question.js';
import { rowEvaluators } from './row-evaluators.js';

const made = (operationId: string, details: ExchangeDetails = {}) => exchangeFixture({ operationId, ...details });
const ok = (operationId: string, request?: Json, body: Json = { status: 'success' }) =>
  made(operationId, { body, ...(request === undefined ? {} : { request }) });
const no = (operationId: string, request?: Json) =>
  made(operationId, { body: { status: 'error' }, status: 409, ...(request === undefined ? {} : { request }) });
const holder = (status: number, date?: string) =>
  made('getCardholder', { body: { status }, ...(date === undefined ? {} : { date }) });
const balance = (ledgerBalance: number, availableBalance: number) =>
  made('getCardBalance', { body: { ledgerBalance, availableBalance } });
const list = (operationId: string, items: readonly Json[], query: Record<string, string> = {}) =>
  made(operationId, { body: { status: 'success', items }, query });
const at = (seconds: number) => new Date(seconds * 1000).toUTCString();
const crypto = ok('simulateCryptoDeposit', { amount: '10.00' });
const lists = (wallet: readonly Json[], card: readonly Json[]) => [
  list('listWalletTransactions', wallet),
  list('listCardTransactions', card),
  list('listCardFees', []),
];
const otp = (status: string, date: string, rest: object = {}) => made('getOtp', { body: { status, ...rest }, date });
const pin = (operationId: string): Exchange =>
  ok(operationId, { newPin: '[masked:pin:a]', expYear: '[masked:expiry:b]' });

/** What was proved before masking: activation sends numbers, a PIN change text. */
const [activated, changed] = [pin('activateCard'), pin('updateCardPin')];
const facts = {
  ofRequest: (id: string) => ({ jsonType: id === activated.id ? 'number' : 'string', length: '4' }) as const,
};

/** Traffic that answers a question and what it answers; and traffic that does not speak to it. */
const cases: Readonly<
  Record<
    string,
    { readonly says: readonly (readonly [string | null, readonly Exchange[]])[]; readonly silent: readonly Exchange[] }
  >
> = {
  'C-01': {
    says: [
      ['zero', [ok('submitKyc'), holder(0), holder(3)]],
      ['five', [ok('submitKyc'), holder(5), holder(1)]],
    ],
    silent: [ok('submitKyc'), holder(3), holder(1), holder(5)],
  },
  'C-02': {
    says: [
      ['refresh', [holder(2), ok('refreshKycUrl'), holder(0), holder(3)]],
      ['submit', [holder(2), ok('refreshKycUrl'), holder(2), ok('submitKyc'), holder(3)]],
      ['submit', [holder(2), no('refreshKycUrl'), ok('submitKyc'), holder(3)]],
      ['refresh', [holder(2), ok('refreshKycUrl'), no('submitKyc'), holder(3)]],
    ],
    silent: [ok('submitKyc'), holder(3), holder(2), ok('refreshKycUrl'), holder(2)],
  },
  'C-04': {
    says: [
      ['members', [holder(3), no('updateCardholder', { lastName: 'a' }), ok('updateCardholder', { cellNum: '1' })]],
      ['whole', [holder(3), no('updateCardholder', { lastName: 'a' }), no('updateCardholder', { cellNum: '1' })]],
    ],
    silent: [holder(4), no('updateCardholder', { lastName: 'a' }), ok('updateCardholder', { cellNum: '1' })],
  },
  'C-05': {
    says: [
      ['active', [ok('issueVirtualCard'), made('getCard', { body: { issuerCardStatus: 1 } })]],
      ['not-activated', [ok('issueVirtualCard'), made('getCard', { body: { issuerCardStatus: 4 } })]],
    ],
    silent: [ok('issuePhysicalCard'), made('getCard', { body: { issuerCardStatus: 4 } })],
  },
  'C-07': {
    says: [
      ['credited', [balance(0, 0), crypto, balance(1000, 1000)]],
      ['suspended', [balance(0, 0), crypto, balance(0, 0)]],
    ],
    silent: [balance(0, 0), crypto],
  },
  'C-11': {
    says: [
      ['tls-first', [{ ...made('listCardholders', { failure: 'tls' }), identity: 'no-certificate' }]],
      ['address-first', [{ ...made('listCardholders', { status: 403 }), identity: 'no-certificate' }]],
    ],
    silent: [{ ...made('listCardholders', { failure: 'reset' }), identity: 'no-certificate' }],
  },
  'C-12': {
    says: [
      ['trace-raises', [balance(0, 0), ok('notifyCardBankDeposit'), balance(1000, 0)]],
      ['transfer-raises', [balance(0, 0), ok('notifyCardBankDeposit'), balance(0, 0)]],
    ],
    silent: [ok('notifyCardBankDeposit'), balance(0, 0)],
  },
  'C-13': {
    says: [['staging', [balance(0, 0), ok('simulateBankDeposit'), balance(5, 5)]]],
    silent: [balance(0, 0), ok('simulateBankDeposit'), balance(0, 0)],
  },
  'C-14': {
    says: [
      ['filtered', [list('listWalletTransactions', [{ destinationId: 7 }], { cardId: '7' })]],
      ['ignored', [list('listWalletTransactions', [{ destinationId: 7 }, { destinationId: 8 }], { cardId: '7' })]],
      ['refused', [made('listWalletTransactions', { status: 400, query: { cardId: '7' } })]],
    ],
    silent: [
      list('listWalletTransactions', [{ destinationId: 7 }]),
      list('listWalletTransactions', [], { cardId: '7' }),
    ],
  },
  'E-06': {
    says: [['cardholder-only', [no('subscribeOtp', { cardId: 1 }), ok('subscribeOtp', { cardholderId: 2 })]]],
    silent: [no('subscribeOtp', { cardId: 1 }), no('subscribeOtp', { cardholderId: 2 })],
  },
  'E-09': {
    says: [
      ['default-slot', [ok('issuePhysicalCard', { nameOnCard: 'a' })]],
      ['required', [no('issuePhysicalCard', { nameOnCard: 'a' })]],
    ],
    silent: [ok('issuePhysicalCard', { cardType: 0 })],
  },
  'E-13': { says: [['both', [activated, changed]]], silent: [activated] },
  'O-02': { says: [['integers', [activated]]], silent: [no('activateCard')] },
  'U-05': {
    says: [[null, [otp('received', at(10), { code: '[masked]', expiresAt: 100 }), otp('expired', at(200))]]],
    silent: [otp('pending', at(10))],
  },
  'U-06': {
    says: [
      ['literal', [ok('simulateCardSpend', { amount: '12.34' }), list('listCardTransactions', [{ amount: '12.34' }])]],
      [
        'decimal-implied',
        [ok('simulateCardSpend', { amount: '12.34' }), list('listCardTransactions', [{ amount: '1234' }])],
      ],
    ],
    silent: [ok('simulateCardSpend', { amount: '12.34' }), list('listCardTransactions', [{ amount: '1235' }])],
  },
  'U-08': {
    says: [[null, [{ ...ok('submitKyc') }, holder(3, at(1)), holder(1, at(90))]]],
    silent: [ok('submitKyc'), ok('simulateKycResult'), holder(1)],
  },
  'U-12': {
    says: [
      ['no-list', [crypto, ...lists([], [])]],
      ['wallet-list', [crypto, ...lists([{ amount: 1000 }], [])]],
      ['card-list', [crypto, ...lists([], [{ amount: '10.00' }])]],
    ],
    silent: [crypto, list('listCardTransactions', [])],
  },
};

const register = openQuestionsIn(readFileSync(openQuestionsPath(), 'utf8'), 'open-questions.yaml');
const settled = aResult({ checks: [aCheck({ id: 'deposit-to-held-card-resolved' })] });
const readingsOf = (id: string, exchanges: readonly Exchange[]) =>
  rowEvaluators
    .get(id)?.({ result: settled, exchanges }, facts)
    .map(({ reading }) => reading);

test('every question that names a row has an evaluator, and every evaluator its question and its case', () => {
  const asked = register.flatMap((question) =>
    isAlias(question) || question.answeredBy === 'people' || !question.answeredBy.some(isRowWay) ? [] : [question.id],
  );
  assert.deepEqual([...rowEvaluators.keys()].sort(), asked.sort());
  assert.deepEqual(Object.keys(cases).sort(), asked);
});

for (const [id, { says, silent }] of Object.entries(cases)) {
  test(`${id} is answered by what its scenario shows, and by nothing else`, () => {
    const question = register.find((each) => each.id === id);
    for (const [reading, exchanges] of says) {
      const seen = readingsOf(id, exchanges) ?? [];
      assert.ok(
        seen.length > 0 && seen.every((each) => each === reading),
        `${id}: ${seen.join()} instead of ${String(reading)}`,
      );
      const known = question !== undefined && !isAlias(question) && (reading === null || reading in question.readings);
      assert.ok(known, `${id}: ${String(reading)} is no reading of the register`);
    }
    assert.deepEqual(readingsOf(id, silent), []);
  });
}

test('untouched balances say nothing where the scenario did not wait to the end', () => {
  const exchanges = [balance(0, 0), crypto, balance(0, 0)];
  assert.deepEqual(rowEvaluators.get('C-07')?.({ result: aResult({ checks: [] }), exchanges }, facts), []);
});
