import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { CheckOutcome } from '../verdict.js';
import { checkOf, type CheckId } from './all-checks.js';
import { exchangeFixture as made } from './exchange-fixture.js';
import { code, fees, money, ordered, page, said, spends, transfer } from './pair-builders.js';

interface Open {
  readonly why: string;
  readonly check: CheckId;
  readonly exchanges: readonly Exchange[];
  readonly arguments: Readonly<Record<string, Json>>;
  readonly outcome: CheckOutcome;
}

/** A deposit of 25.00 that both balances end with as much of. */
const ends = (ledger: number, available = ledger) => [money(0, 0), money(2500, 0), money(ledger, available)];
const deposit = { amount: 2500 };
const issuing = fees({ cardId: 1, feeType: 'issuance', authRefNum: null, amount: '1.00' });
const offRamp = fees({ cardId: 1, feeType: 'off-ramp', authRefNum: '', amount: '0.25' });

/** A list of what was created since second 100 and holds the new item, and an empty one of the time before. */
const sinceThen = (dateCreated: Json) => [
  page([{ id: 150, dateCreated }], { query: { after: '100', before: '200' } }),
  page([], { query: { before: '100' } }),
];
const times: Readonly<Record<string, readonly [Json, CheckOutcome]>> = {
  'an instant with its zone, inside': ['1970-01-01T01:02:30+01:00', 'met'],
  'an instant with its zone, outside': ['1970-01-01T00:02:30+01:00', 'violated'],
  'Unix seconds, outside': ['250', 'violated'],
  'a date and time without a zone, inside as UTC': ['1970-01-01 00:02:30', 'met'],
  'a date and time without a zone, outside as UTC': ['1970-01-01 02:02:30', 'undetermined'],
  'an ISO date and time without a zone, outside as UTC': ['1970-01-01T02:02:30', 'undetermined'],
  'Unix milliseconds, as may be': ['150000000000', 'undetermined'],
  'a time nobody can read': ['22 Nov 2026, 7 a.m.', 'undetermined'],
  'no time at all': [null, 'undetermined'],
};
const windowed = { key: 'id', member: 'dateCreated', id: '150' };

/** A subscription is ended; another and then the ended one are read. */
const readOf = (token: string, body: Json) => said(body, { operationId: 'getOtp', path: `/otp/${token}` });
const ended = (other: string, first: string, last: Json) => [
  said({ status: 'success' }, { operationId: 'unsubscribeOtp', path: `/otp/${first}` }),
  readOf(other, { status: 'received', code: '847291', expiresAt: 9 }),
  readOf(first, last),
];
const withCode: Json = { status: 'received', code: '847291', expiresAt: 9 };

/** An edit of the town, and the record read after it. */
const edited = (shown: Json) => [said({ status: 'success' }, { request: { city: 'B' } }), said(shown)];
const backToBack = { check: 'edit-reads-back' as const, arguments: {} };

/** A purchase that was to be declined: the list asked for by status, where it was, and the whole list. */
const byStatus = (...items: readonly Json[]) =>
  page(items, { operationId: 'listCardTransactions', query: { transStatus: '4' } });
const recorded = { check: 'declined-spend-recorded' as const, arguments: {} };

const abroad = spends({ authRefNum: 'a' });
const tooMuch = (status: number) => said({ status: 'success' }, { status, request: { transactionLimit: 6 } });

const form = { check: 'amount-text-form-established' as const, arguments: { amount: 1234 } };

/** What no page settles is held against nobody; what one does is. */
const cases: readonly Open[] = [
  ...(['deposit-to-inactive-card-resolved', 'deposit-to-held-card-resolved', 'credited-once'] as const).flatMap(
    (check) => [
      {
        ...{ why: 'a stablecoin converted with a spread near zero', check, arguments: deposit },
        exchanges: [...ends(2494), money(2494, 2494)],
        outcome: 'met' as const,
      },
      {
        ...{ why: 'less than was sent, and nobody read the fees', check, arguments: deposit },
        exchanges: [...ends(2475), money(2475, 2475)],
        outcome: 'undetermined' as const,
      },
      {
        ...{ why: 'less than was sent by a fee that is listed', check, arguments: deposit },
        exchanges: [...ends(2475), money(2475, 2475), offRamp],
        outcome: 'met' as const,
      },
      {
        ...{ why: 'a spread near zero, and a fee for issuing the card is listed', check, arguments: deposit },
        exchanges: [...ends(2494), money(2494, 2494), issuing],
        outcome: 'met' as const,
      },
      {
        ...{ why: 'half of what was sent', check, arguments: deposit },
        exchanges: [...ends(1250), money(1250, 1250)],
        outcome: 'violated' as const,
      },
      {
        ...{ why: 'two balances that never meet', check, arguments: deposit },
        exchanges: [...ends(2500, 2499), money(2500, 2499)],
        outcome: 'violated' as const,
      },
    ],
  ),
  {
    ...{ why: 'a second credit after a conversion with a spread', check: 'credited-once', arguments: deposit },
    exchanges: [...ends(2494), money(4988, 4988)],
    outcome: 'violated',
  },
  // No page says that all of a deposit becomes available at once.
  {
    ...{ why: 'a deposit that becomes available in two parts', check: 'credited-once', arguments: deposit },
    exchanges: [money(0, 0), money(2500, 0), money(2500, 1000), money(2500, 2500), money(2500, 2500)],
    outcome: 'met',
  },
  {
    ...{ why: 'a second credit that is taken back', check: 'credited-once', arguments: deposit },
    exchanges: [money(0, 0), money(2500, 2500), money(5000, 5000), money(2500, 2500), money(2500, 2500)],
    outcome: 'violated',
  },
  {
    ...{ why: 'two credits at once of which one is taken back', check: 'credited-once', arguments: deposit },
    exchanges: [money(0, 0), money(2500, 0), money(5000, 5000), money(2500, 2500), money(2500, 2500)],
    outcome: 'violated',
  },
  {
    ...{ why: 'a conversion that is corrected', check: 'credited-once', arguments: deposit },
    exchanges: [money(0, 0), money(2500, 0), money(2510, 2510), money(2500, 2500), money(2500, 2500)],
    outcome: 'met',
  },
  // C-12: whether a notice raises the ledger balance is open, and its transfer may arrive.
  {
    ...{ why: 'a noticed transfer that arrives and clears', check: 'notice-makes-nothing-available', arguments: {} },
    exchanges: [money(0, 0), money(1000, 0), money(1000, 1000)],
    outcome: 'met',
  },
  {
    ...{ why: 'a notice that frees more than it booked', check: 'notice-makes-nothing-available', arguments: {} },
    exchanges: [money(0, 0), money(1000, 0), money(2000, 2000)],
    outcome: 'violated',
  },
  // No page says that a text is kept as it was written.
  {
    ...{ why: 'an alias that is shown in capitals', check: 'card-update-reads-back', arguments: {} },
    exchanges: [
      made({ request: { alias: 'Certification', transactionLimit: 500 }, body: { status: 'success' } }),
      made({ body: { alias: 'CERTIFICATION', transactionLimit: 500 } }),
    ],
    outcome: 'met',
  },
  // O-14: which format timestamps have is open.
  ...Object.entries(times).map(([why, [time, outcome]]) => ({
    ...{ why, check: 'window-obeyed' as const, exchanges: sinceThen(time), arguments: windowed, outcome },
  })),
  {
    ...{ why: 'times nobody can read, the new item in the time before', check: 'window-obeyed', arguments: windowed },
    exchanges: sinceThen('then').toReversed(),
    outcome: 'violated',
  },
  // U-05: whether a token belongs to the subscription or to the card is open.
  {
    ...{ why: 'a card that keeps its token', check: 'no-code-after-unsubscribe', arguments: {} },
    exchanges: ended('t1', 't1', withCode),
    outcome: 'undetermined',
  },
  {
    ...{ why: 'a token of its own that still serves', check: 'no-code-after-unsubscribe', arguments: {} },
    exchanges: ended('t2', 't1', withCode),
    outcome: 'violated',
  },
  // K-05: which members a read shows beside the status is open.
  { ...backToBack, why: 'a read without the member', exchanges: edited({ status: 4 }), outcome: 'undetermined' },
  { ...backToBack, why: 'the old value', exchanges: edited({ city: 'A', status: 4 }), outcome: 'violated' },
  {
    ...{ ...backToBack, why: 'the old value under the name cards use', outcome: 'violated' },
    exchanges: [said({}, { request: { lastName: 'B' } }), said({ cardHolderLastName: 'A' })],
  },
  // transStatus is documented as a filter; whether items show it is not.
  { ...recorded, why: 'no status on the item', exchanges: [spends({ transId: '1' })], outcome: 'undetermined' },
  {
    ...{ ...recorded, why: 'no status on the item, and listed among the declined', outcome: 'met' },
    exchanges: [byStatus({ transId: '1' }), spends({ transId: '1' })],
  },
  {
    ...{ ...recorded, why: 'no status on the item, and not listed among the declined', outcome: 'violated' },
    exchanges: [byStatus(), spends({ transId: '1' })],
  },
  // What is documented, or shown by an example, stays a failure.
  {
    ...{ why: 'an item that stands twice in a list', check: 'order-obeyed', outcome: 'violated' },
    exchanges: [ordered('asc', 1, 1, 2), ordered('desc', 2, 1)],
    arguments: { key: 'id', orders: [{ by: 'id', ascending: [1, 2] }] },
  },
  {
    ...{ why: 'an expiry in milliseconds', check: 'code-received-with-expiry', arguments: {}, outcome: 'violated' },
    exchanges: [code(1_720_000_000_000, 'Wed, 03 Jul 2024 09:46:40 GMT')],
  },
  // Pages name several kinds of fee, and each may stand beside the FX fee of a purchase abroad.
  {
    ...{ why: 'a fee of another kind beside the FX fee', check: 'foreign-spend-has-fee', arguments: {} },
    exchanges: [abroad, fees({ authRefNum: 'a', feeType: 'FX' }, { authRefNum: 'a', feeType: 'card' })],
    outcome: 'met',
  },
  {
    ...{ why: 'two FX fees', check: 'foreign-spend-has-fee', arguments: {}, outcome: 'violated' },
    exchanges: [abroad, fees({ authRefNum: 'a', feeType: 'FX' }, { authRefNum: 'a', feeType: 'FX' })],
  },
  // A card without a limit of its own inherits one; whether a read shows it is not documented.
  {
    ...{ why: 'refused, and the read shows no limit', check: 'excess-limit-never-in-force', outcome: 'met' },
    exchanges: [tooMuch(409), said({ cardId: 1, transactionLimit: null })],
    arguments: { ceiling: 5 },
  },
  {
    ...{ why: 'accepted, and the read shows no limit', check: 'excess-limit-never-in-force', outcome: 'undetermined' },
    exchanges: [tooMuch(200), said({ cardId: 1, transactionLimit: null })],
    arguments: { ceiling: 5 },
  },
  // How a pending transfer ends is not documented.
  ...(['a pending transfer of which a part arrived', 'a pending transfer of which too much arrived'] as const).map(
    (why, index) => ({
      ...{ why, check: 'moved-money-fits-status' as const, arguments: { amount: 5, destination: '/d' } },
      exchanges: [money(0, 0, '/d'), transfer(0), money(2 + index * 4, 2 + index * 4, '/d')],
      outcome: index === 0 ? ('met' as const) : ('violated' as const),
    }),
  ),
  // A posted amount may differ from the pending one (docs/fundamentals-card-transaction-lifecycle).
  {
    ...{ ...form, why: 'a posted amount that the balance moved by', outcome: 'met' },
    exchanges: [money(5000, 5000), spends({ amount: '12.41', transStatus: 2 }), money(3759, 3759)],
  },
  {
    ...{ ...form, why: 'less than the balance moved by, which a fee may explain', outcome: 'undetermined' },
    exchanges: [money(5000, 5000), spends({ amount: '12.41', transStatus: 2 }), money(3749, 3749)],
  },
  {
    ...{ ...form, why: 'another amount than the balance moved by', outcome: 'violated' },
    exchanges: [money(5000, 5000), spends({ amount: '12.35', transStatus: 2 }), money(3766, 3766)],
  },
  {
    ...{ ...form, why: 'another amount while it is pending', outcome: 'violated' },
    exchanges: [money(5000, 5000), spends({ amount: '12.41', transStatus: 1 }), money(3759, 3759)],
  },
];

for (const { why, check, exchanges, arguments: values, outcome } of cases) {
  it(`${check} is ${outcome}: ${why}`, () => {
    const finding = checkOf(check).evaluate({ exchanges, arguments: values });
    assert.equal(finding.outcome, outcome, finding.received);
  });
}
