import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Exchange, Json } from '../../trace/exchange.js';
import { allChecks } from './all-checks.js';
import { exchangeFixture as made, type ExchangeDetails } from './exchange-fixture.js';

/** Evidence that meets a check and evidence that violates it. A check without both could not fail, or could not pass. */
interface Pair {
  readonly met: readonly Exchange[];
  readonly violated: readonly Exchange[];
  readonly arguments?: Readonly<Record<string, Json>>;
  readonly violatedArguments?: Readonly<Record<string, Json>>;
}

const said = (body: Json, details: ExchangeDetails = {}) => made({ body, ...details });
const yes = said({ status: 'success' });
const no = said({ status: 'error' }, { status: 409 });
const accepts: Pair = { met: [yes], violated: [no] };
const refuses: Pair = { met: [no], violated: [yes] };
const status = (value: number) => said({ status: value });
const card = (value: number) => said({ issuerCardStatus: value });
const reads = (right: number, wrong: number): Pair => ({ met: [status(right)], violated: [status(wrong)] });
const readsCard = (right: number, wrong: number): Pair => ({ met: [card(right)], violated: [card(wrong)] });
const carries = (body: Json): Pair => ({ met: [said(body)], violated: [said({ status: 'success' })] });
const money = (ledger: number, available: number, path = '/cards/1/balance') =>
  said({ ledgerBalance: ledger, availableBalance: available }, { path });
const stages: Pair = {
  met: [money(0, 0), money(5, 0), money(5, 5)],
  violated: [money(0, 0), money(5, 5), money(5, 0)],
};
const creditedOrNot: Pair = {
  met: [money(0, 0), money(5, 5)],
  violated: [money(0, 0), money(5, 0)],
  arguments: { amount: 5 },
};
const unmoved: Pair = { met: [money(5, 5), money(5, 5)], violated: [money(5, 5), money(5, 4)] };
const page = (items: readonly Json[], details: ExchangeDetails = {}, total = items.length) =>
  said({ status: 'success', items, total, limit: 50, offset: 0 }, details);
const spends = (...items: readonly Json[]) => page(items, { operationId: 'listCardTransactions' });
const fees = (...items: readonly Json[]) => page(items, { operationId: 'listCardFees' });
const movements = (...items: readonly Json[]) => page(items, { operationId: 'listWalletTransactions' });
const transfer = (transStatus: number) => said({ transId: 1, transStatus }, { operationId: 'transferFromWallet' });
const arrives: Pair = {
  met: [money(0, 0, '/d'), money(5, 5, '/d')],
  violated: [money(0, 0, '/d'), money(4, 4, '/d')],
  arguments: { amount: 5, destination: '/d' },
};
const evm = `0x${'a'.repeat(40)}`;
const solana = '7'.repeat(40);
const addresses = (...list: readonly string[]) =>
  said({ cryptoAddresses: list.map((address) => ({ chain: 'c', address })) });
const code = (expiresAt: number, date: string) => said({ status: 'received', code: '847291', expiresAt }, { date });
const gone = (date: string) => said({ status: 'expired' }, { date });
const at = (seconds: number) => new Date(seconds * 1000).toUTCString();
const decisions = (refused: boolean) => ({ decisions: [{ attempt: 'createCardholder', refused }] });
const guarded: Pair = { met: [], violated: [], arguments: decisions(true), violatedArguments: decisions(false) };

const closing = said({}, { operationId: 'createSupportTicket', request: { message: 'Please close card 80.' } });
const callback = made({ operationId: 'receiveOtpCallback', request: { cardId: 1 } });
const ordered = (sort: string, ...ids: readonly number[]) =>
  page(
    ids.map((id) => ({ id })),
    { query: { orderBy: 'id', sort } },
  );
const created = (seconds: number) => ({ id: seconds, dateCreated: new Date(seconds * 1000).toISOString() });
const windowed = (operationId: string, before: string) => page([], { operationId, query: { after: '1', before } });
const renewed: Exchange = { ...yes, identity: 'next-certificate' };

const pairs: Readonly<Record<string, Pair>> = {
  'cardholder-numbered': carries({ cardholderId: 1 }),
  'draft-after-creation': reads(4, 3),
  'hosted-link-returned': carries({ applicationLink: 'https://example.com/x' }),
  'under-review-after-submission': reads(3, 0),
  'approved-after-pass': reads(1, 2),
  'issuance-possible-once-approved': accepts,
  'declined-after-fail': reads(2, 1),
  'refresh-works-after-decline': accepts,
  'review-resumed-after-decline': { met: [status(2), status(3)], violated: [status(2), status(2)] },
  'approved-after-resubmission': reads(1, 2),
  'locked-edit-conflicts': { met: [no], violated: [said({}, { status: 400 })] },
  'locked-edit-changes-nothing': {
    met: [said({ lastName: 'A', status: 3 }), said({ lastName: 'A', status: 3 })],
    violated: [said({ lastName: 'A' }), said({ lastName: 'B' })],
  },
  'polling-ends-on-settled-status': { met: [status(0), status(3), status(1)], violated: [status(3), status(0)] },
  'replacement-link-differs': {
    met: [said({ applicationLink: 'a' }), said({ applicationLink: 'b' })],
    violated: [said({ applicationLink: 'a' }), said({ applicationLink: 'a' })],
  },
  'review-continues-after-refresh': reads(3, 2),
  'edit-accepted-while-editable': accepts,
  'edit-reads-back': {
    met: [said({ status: 'success' }, { request: { callingCode: '001', city: 'B' } }), said({ town: 'B' })],
    violated: [said({ status: 'success' }, { request: { callingCode: '001', city: 'B' } }), said({ city: 'A' })],
  },
  'issuance-refused-unless-approved': refuses,
  'no-card-after-refusal': { met: [page([])], violated: [page([{}])] },
  'simulation-refused-outside-review': refuses,
  'simulation-refuses-unknown-result': refuses,
  'simulation-refuses-unknown-cardholder': refuses,
  'status-unchanged-by-refused-simulation': { met: [status(4), status(4)], violated: [status(4), status(1)] },
  'foreign-cardholder-hidden': {
    met: [said({ status: 'error' }, { status: 404 })],
    violated: [said({ cardholderId: 7, status: 1 })],
  },
  'virtual-card-numbered': carries({ cardId: 1 }),
  'virtual-card-has-addresses': { met: [addresses(evm)], violated: [addresses()] },
  'virtual-card-active-at-once': readsCard(1, 4),
  'physical-card-numbered': carries({ cardId: 1 }),
  'physical-card-not-activated': readsCard(4, 1),
  'unapproved-slot-refused': refuses,
  'virtual-card-unaffected-by-slots': accepts,
  'omitted-slot-resolves-to-default': {
    met: [yes, said({ cardType: 0 })],
    violated: [yes, said({ cardType: 3 })],
  },
  'addresses-same-on-read': {
    met: [addresses(evm, solana), addresses(solana, evm)],
    violated: [addresses(evm), addresses(solana)],
  },
  'addresses-cover-default-chains': {
    met: [addresses(evm, 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh', solana)],
    violated: [addresses(evm, `0x${'b'.repeat(40)}`, solana)],
  },
  'activation-accepted': accepts,
  'active-after-activation': readsCard(1, 4),
  'activation-irreversible': { met: [no, card(1)], violated: [no, card(4)] },
  'first-pin-set-by-activation': {
    met: [said({}, { request: { newPin: 4711 } }), said({}, { request: { currentPin: '4711' } })],
    violated: [said({}, { request: { newPin: 4711 } }), said({}, { request: { currentPin: '4711' }, status: 400 })],
  },
  'on-hold-after-block': readsCard(2, 1),
  'active-after-unblock': readsCard(1, 2),
  'illegal-status-change-refused': refuses,
  'card-status-unchanged': { met: [card(4), card(4)], violated: [card(4), card(1)] },
  'card-update-accepted': accepts,
  'card-update-reads-back': {
    met: [said({}, { request: { alias: 'A', transactionLimit: 9 } }), said({ alias: 'A', transactionLimit: 9 })],
    violated: [said({}, { request: { alias: 'A', transactionLimit: 9 } }), said({ alias: 'B', transactionLimit: 9 })],
  },
  'excess-limit-never-in-force': {
    met: [said({ status: 'error' }, { request: { transactionLimit: 10 } }), said({ transactionLimit: 9 })],
    violated: [said({}, { request: { transactionLimit: 10 } }), said({ transactionLimit: 10 })],
    arguments: { ceiling: 9 },
  },
  'pin-change-accepted': accepts,
  'closing-ticket-raised': accepts,
  'closing-left-to-people': {
    met: [closing],
    violated: [closing, made({ request: { newStatus: 3 } })],
    arguments: { cardId: 80 },
  },
  'masked-read-hides-number': {
    met: [said({ maskedCardNumber: '************1234' })],
    violated: [said({ maskedCardNumber: '4000*******51234' })],
  },
  'details-read-answered': accepts,
  'crypto-deposit-in-three-stages': stages,
  'no-early-success': { met: stages.met, violated: [money(0, 0), money(0, 5)] },
  'credited-once': {
    met: [...stages.met, money(5, 5)],
    violated: [money(0, 0), money(5, 5), money(10, 10)],
    arguments: { amount: 5 },
  },
  'deposit-to-inactive-card-resolved': creditedOrNot,
  'deposit-to-held-card-resolved': creditedOrNot,
  'simulated-amount-exact': { met: stages.met, violated: [money(0, 0), money(6, 0)], arguments: { amount: 5 } },
  'bank-registration-numbered': carries({ depositId: 1, statusText: 'pending' }),
  'bank-registration-limits-enforced': refuses,
  'bank-registration-needs-approval': refuses,
  'card-trace-acknowledged': carries({ depositId: 1, statusText: 'pending' }),
  'wallet-trace-acknowledged': carries({ depositId: 1, statusText: 'pending' }),
  'bank-deposit-in-two-steps': stages,
  'unmatched-deposit-not-credited': {
    met: [money(0, 0), money(5, 5)],
    violated: [money(0, 0), money(12, 12)],
    arguments: { controlAmount: 5 },
  },
  'suspense-ticket-raised': {
    met: [said({}, { request: { priority: 2, message: 'amount: 70.00; reference: THANK YOU' } })],
    violated: [said({}, { request: { priority: 2, message: 'amount: 70.00' } })],
    arguments: {
      particulars: [
        { name: 'amount', text: '70.00' },
        { name: 'reference', text: 'THANK YOU' },
      ],
    },
  },
  'wallet-numbered': carries({ walletId: 1 }),
  'wallet-in-program-currency': {
    met: [said({ walletCurrencyId: 0 })],
    violated: [said({ walletCurrencyId: 3 })],
    arguments: { currency: 0 },
  },
  'transfer-answered': carries({ transId: 1, transStatus: 0 }),
  'transfer-reaches-card': arrives,
  'transfer-reaches-wallet': arrives,
  'transfer-in-wallet-movements': {
    met: [movements({ transId: 1 })],
    violated: [movements({ transId: 2 })],
    arguments: { transId: '1' },
  },
  'transfer-not-a-card-transaction': {
    met: [spends()],
    violated: [spends({ transId: '1' })],
    arguments: { transId: '1' },
  },
  'card-is-no-source': refuses,
  'no-money-leaves-card': unmoved,
  'transfer-status-known': { met: [transfer(3)], violated: [transfer(9)] },
  'moved-money-reconciles': {
    met: [money(9, 9, '/s'), money(0, 0, '/d'), money(7, 7, '/s'), money(2, 2, '/d')],
    violated: [money(9, 9, '/s'), money(0, 0, '/d'), money(7, 7, '/s'), money(3, 3, '/d')],
    arguments: { amount: 5, source: '/s', destination: '/d' },
  },
  'moved-money-fits-status': {
    met: [money(0, 0, '/d'), transfer(3), money(2, 2, '/d')],
    violated: [money(0, 0, '/d'), transfer(1), money(2, 2, '/d')],
    arguments: { amount: 5, destination: '/d' },
  },
  'bad-destination-moves-nothing': unmoved,
  'listener-token-issued': carries({ token: 't' }),
  'no-code-before-challenge': { met: [gone(at(1))], violated: [code(9, at(1))] },
  'code-received-with-expiry': { met: [code(9, at(1))], violated: [said({ status: 'received', code: '847291' })] },
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
  'no-code-after-unsubscribe': { met: [yes, code(9, at(1)), no], violated: [yes, code(9, at(1)), code(9, at(1))] },
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
  'declined-spend-moves-nothing': unmoved,
  'amount-text-form-established': {
    met: [spends({ amount: '12.34' })],
    violated: [spends({ amount: '12.3' })],
    arguments: { amount: 1234 },
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
  'no-certificate-no-http': { met: [made({ failure: 'tls' })], violated: [made({ status: 403 })] },
  'missing-key-rejected': refuses,
  'wrong-key-rejected': refuses,
  'both-certificates-accepted': { met: [yes, renewed], violated: [no, renewed] },
  'ticket-accepted': accepts,
  'production-refuses-creation': guarded,
  'foreign-host-refused': guarded,
  'simulation-absent-in-production': { met: [made({ status: 404 })], violated: [yes] },
};

describe('every check', () => {
  it('has evidence that meets it and evidence that violates it', () => {
    assert.deepEqual(Object.keys(pairs).toSorted(), [...allChecks.keys()].toSorted());
  });

  for (const [id, check] of allChecks) {
    const pair = pairs[id];
    if (pair === undefined) continue;
    const values = pair.arguments ?? {};

    it(`${id} can be met`, () => {
      const finding = check.evaluate({ exchanges: pair.met, arguments: values });
      assert.equal(finding.outcome, 'met', finding.received);
    });

    it(`${id} can be violated`, () => {
      const finding = check.evaluate({ exchanges: pair.violated, arguments: pair.violatedArguments ?? values });
      assert.equal(finding.outcome, 'violated', finding.received);
    });

    it(`${id} is not met by nothing at all`, () => {
      const finding = check.evaluate({ exchanges: [], arguments: pair.violatedArguments ?? values });
      assert.notEqual(finding.outcome, 'met');
    });
  }
});
