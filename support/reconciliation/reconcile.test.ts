import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differenceKinds } from './differences/difference-codes.js';
import {
  bank,
  card,
  codesOf,
  confirmed,
  crypto,
  fee,
  fees,
  issued,
  movement,
  movements,
  purchase,
  reconciled,
  registered,
  spend,
  transactions,
  transfer,
  wallet,
  walletCreated,
  type MoneyCall,
} from './testing/money-traffic.js';

const waited: readonly MoneyCall[] = Array.from({ length: 25 }, () => ({ operationId: 'getCard', path: '/cards/1' }));
const funded = [issued, wallet(9000), transfer(5000), wallet(4000), card(5000, 5000)];

/** Traffic without a fault: no difference at all. */
const sound: Readonly<Record<string, readonly MoneyCall[]>> = {
  'a crypto deposit in three stages': [issued, card(0, 0), crypto(2500), card(0, 0), card(2500, 0), card(2500, 2500)],
  'a bank transfer of a registered account': [issued, registered(), bank(6000), card(6000, 0), card(6000, 6000)],
  'a bank transfer nobody can match': [issued, registered(), bank(7000, 'B'), card(0, 0), ...waited, card(0, 0)],
  'a bank transfer without its reference': [issued, registered(), bank(7000, 'A', 'HELLO'), ...waited, card(0, 0)],
  'a transfer and its record': [...funded, movements(movement(5000))],
  'a purchase that clears': [
    ...funded,
    spend(300),
    transactions(purchase('3.00', 1)),
    card(5000, 4700),
    transactions(purchase('3.00')),
    card(4700, 4700),
  ],
  'amounts in smallest units': [...funded, spend(300), transactions(purchase('300')), card(4700, 4700)],
  'a foreign purchase and its fee': [
    ...funded,
    spend(2000, { merchantCurrency: 'EUR' }),
    transactions(purchase('20.00')),
    fees(fee('0.30')),
    card(2970, 2970),
  ],
  'a declined purchase': [
    ...funded,
    spend(300, { outcome: 'decline' }),
    transactions(purchase('3.00', 4)),
    card(5000, 5000),
  ],
  'a declined transfer': [...funded, transfer(9900, 2, 92), wallet(4000), card(5000, 5000)],
  'a declined transfer listed with nothing': [
    ...funded,
    transfer(9900, 2, 92),
    movements(movement(5000), movement(0, 92, 2)),
  ],
  'a partial transfer': [issued, wallet(9000), card(0, 0), transfer(5000, 3), wallet(7000), card(2000, 2000)],
  'a pending transfer that arrives later': [
    issued,
    wallet(9000),
    card(0, 0),
    transfer(5000, 0),
    card(0, 0),
    wallet(4000),
    card(5000, 5000),
  ],
  'money still on its way': [issued, crypto(2500), card(0, 0)],
  'a conversion with a small spread': [issued, crypto(2500, 'BTC'), card(2500, 0), card(2493, 2493)],
  'an older card with money on it': [card(300, 200), crypto(2500), card(2800, 2700)],
};

/** Traffic with one fault each, and the code that names it. */
const faults: readonly (readonly [string, string, readonly MoneyCall[]])[] = [
  ['a deposit one unit short', 'booked-wrong-amount', [issued, crypto(2500), card(2499, 0)]],
  [
    'a transfer that arrives one unit short',
    'booked-wrong-amount',
    [issued, wallet(9000), transfer(5000), wallet(4000), card(4999, 4999)],
  ],
  ['a deposit credited twice', 'booked-twice', [issued, crypto(4000), card(4000, 4000), card(8000, 8000)]],
  ['a deposit a hundred times too large', 'decimal-point-misplaced', [issued, crypto(2500), card(250000, 0)]],
  ['a deposit a hundred times too small', 'decimal-point-misplaced', [issued, crypto(2500), card(25, 0)]],
  [
    'a transfer that leaves its wallet untouched',
    'transfer-without-debit',
    [issued, wallet(9000), transfer(5000), wallet(9000), card(5000, 5000)],
  ],
  [
    'a transfer that never arrives',
    'transfer-without-credit',
    [issued, wallet(9000), transfer(5000), wallet(4000), card(0, 0)],
  ],
  [
    'a transfer shown late',
    'booked-late',
    [issued, wallet(9000), transfer(5000), wallet(4000), card(0, 0), card(5000, 5000)],
  ],
  [
    'a declined purchase that takes money',
    'declined-moved-money',
    [...funded, spend(300, { outcome: 'decline' }), transactions(purchase('3.00', 4)), card(5000, 4700)],
  ],
  ['a declined transfer that takes money', 'declined-moved-money', [...funded, transfer(1000, 2, 92), wallet(3000)]],
  [
    'an unmatched transfer that is credited',
    'suspended-money-credited',
    [issued, registered(), bank(7000, 'B'), card(7000, 0)],
  ],
  [
    'an unmatched transfer that is credited together with another',
    'suspended-money-credited',
    [issued, registered(), bank(7000, 'B'), bank(1000), card(8000, 0)],
  ],
  [
    'a deposit that lands on another card',
    'wrong-account-credited',
    [issued, { ...issued, answer: { status: 'success', cardId: 8 } }, crypto(2500), card(0, 0), card(2500, 0, 8)],
  ],
  ['a deposit that never arrives', 'deposit-not-arrived', [issued, crypto(2500), ...waited, card(0, 0)]],
  [
    'a cleared purchase that stays on the ledger',
    'cleared-still-on-ledger',
    [...funded, spend(300), transactions(purchase('3.00')), card(5000, 4700)],
  ],
  [
    'a bank transfer of a confirmed account that never arrives',
    'deposit-not-arrived',
    [issued, registered(), confirmed, bank(6000), ...waited, card(0, 0)],
  ],
  [
    'a bank transfer of an account nobody saw confirmed',
    'deposit-maybe-suspended',
    [issued, registered(), bank(6000), ...waited, card(0, 0)],
  ],
  [
    'a deposit to a card on hold that is not credited',
    'deposit-maybe-suspended',
    [{ ...issued, answer: { status: 'success', cardId: 7, issuerCardStatus: 2 } }, crypto(1500), ...waited, card(0, 0)],
  ],
  [
    'more money than a purchase could give back, while nobody read the purchases',
    'records-not-read',
    [...funded, spend(300), card(4700, 4700), card(4800, 4800)],
  ],
  [
    'a purchase that may be given back whose fee names nothing',
    'fee-without-reference',
    [...funded, fees(fee('0.30', ''))],
  ],
  [
    'a fee on a declined purchase',
    'fee-on-declined-purchase',
    [...funded, spend(300), transactions(purchase('3.00', 4)), fees(fee('0.30'))],
  ],
  [
    'an authorisation and its completion as two records',
    'authorisation-and-completion-apart',
    [...funded, spend(300), transactions(purchase('3.00', 1), purchase('3.00', 3, '42', { authRefNum: 'A41' }))],
  ],
  [
    'an amount of another form than the pinned one',
    'amount-unreadable',
    [...funded, spend(300), spend(500), transactions(purchase('3.00'), purchase('five', 2, '42'))],
  ],
  [
    'a partial transfer nobody can measure',
    'partial-amount-unknown',
    [issued, wallet(9000), card(0, 0), transfer(5000, 3), card(5000, 5000), wallet(4000)],
  ],
  [
    'a purchase that was recorded and not booked',
    'confirmed-not-booked',
    [...funded, spend(300), transactions(purchase('3.00')), card(5000, 5000)],
  ],
  ['money from nowhere', 'balance-not-explained', [issued, card(0, 0), card(123, 123)]],
  [
    'money that is gone although every list was read',
    'balance-not-explained',
    [...funded, transactions(), fees(), movements(movement(5000)), card(4321, 4321)],
  ],
  ['money that is gone while nobody read the lists', 'records-not-read', [...funded, card(4321, 4321)]],
  [
    'a purchase with more taken while nobody read the fees',
    'fees-not-read',
    [...funded, spend(2000), card(5000, 2970)],
  ],
  [
    'a purchase listed with another amount',
    'record-amount-differs',
    [...funded, spend(300), transactions(purchase('3.01'))],
  ],
  [
    'a purchase listed a hundred times too large',
    'decimal-point-misplaced',
    [...funded, spend(300), spend(500), transactions(purchase('3.00'), purchase('500.00', 2, '42'))],
  ],
  ['a transfer missing in the movements', 'missing-in-api', [...funded, movements()]],
  ['a purchase missing long after', 'missing-in-api', [...funded, spend(300), ...waited, transactions()]],
  ['a purchase looked for too early', 'read-too-early', [...funded, spend(300), transactions()]],
  [
    'a transfer among card transactions',
    'transfer-among-card-transactions',
    [...funded, transactions(purchase('50.00', 2, '91'))],
  ],
  [
    'a fee among card transactions',
    'fee-among-card-transactions',
    [
      ...funded,
      spend(2000),
      transactions(purchase('20.00'), purchase('0.30', 2, '42', { authRefNum: 'A41' })),
      fees(fee('0.30')),
    ],
  ],
  [
    'a purchase recorded twice',
    'purchase-recorded-twice',
    [...funded, spend(300), transactions(purchase('3.00'), purchase('3.00', 2, '42', { authRefNum: 'A41' }))],
  ],
  [
    'a record twice in one page',
    'record-listed-twice',
    [...funded, spend(300), transactions(purchase('3.00'), purchase('3.00'))],
  ],
  [
    'a deposit among card transactions',
    'deposit-among-card-transactions',
    [issued, crypto(2500), card(2500, 2500), transactions(purchase('25.00', 2, '41', { description: '' }))],
  ],
  [
    'a fee whose purchase is nowhere',
    'orphan-fee',
    [...funded, spend(300), fees(fee('0.30', 'A99')), transactions(purchase('3.00'))],
  ],
  [
    'a fee without a purchase while nobody read the purchases',
    'records-not-read',
    [issued, walletCreated, { ...spend(300) }, fees(fee('0.30'))],
  ],
  [
    'a fee charged twice',
    'fee-charged-twice',
    [...funded, spend(2000), transactions(purchase('20.00')), fees(fee('0.30'), fee('0.30', 'A41', 61))],
  ],
  [
    'a foreign purchase without a fee',
    'foreign-purchase-without-fee',
    [...funded, spend(2000, { merchantCurrency: 'EUR' }), transactions(purchase('20.00')), ...waited, fees()],
  ],
  ['a record no call caused', 'not-caused-by-run', [...funded, transactions(purchase('12.00'))]],
  [
    'a declined purchase that is recorded as approved',
    'purchase-outcome-differs',
    [...funded, spend(300, { outcome: 'decline' }), transactions(purchase('3.00'))],
  ],
  ['a new card that holds money', 'opens-with-money', [issued, card(500, 500)]],
  ['an older wallet that others use', 'other-party-moved', [wallet(9000), wallet(8123)]],
  ['a conversion with a spread', 'conversion-spread', [issued, crypto(2500), card(2500, 0), card(2493, 2493)]],
  [
    'amounts whose form nothing proves',
    'amount-form-open',
    [...funded, transactions(purchase('700')), card(4000, 4000)],
  ],
];

describe('a run without a fault', () => {
  for (const [title, calls] of Object.entries(sound)) {
    it(`has no difference: ${title}`, () => {
      const { accounts, differences } = reconciled(calls).reconciliation;
      assert.deepEqual(differences, []);
      assert.ok(accounts.every(({ status }) => status === 'equal'));
    });
  }
});

describe('a planted fault', () => {
  it('is planted for every code there is', () => {
    const planted = new Set(faults.map(([, code]) => code));
    assert.deepEqual(
      Object.keys(differenceKinds).filter((code) => !planted.has(code)),
      [],
    );
  });

  for (const [title, code, calls] of faults) {
    it(`is named ${code}: ${title}`, () => {
      const codes = codesOf(calls);
      assert.ok(codes.includes(code), codes.join(', ') || 'no difference');
    });
  }
});

it('is one matter and not two when both balances are off by the same amount', () => {
  assert.deepEqual(codesOf([issued, crypto(4000), card(4000, 4000), card(8000, 8000)]), ['booked-twice']);
});

it('keeps replayed exchanges apart', () => {
  const { reconciliation } = reconciled([
    { ...transfer(5000), replayed: true },
    { ...wallet(1), replayed: true },
  ]);
  assert.deepEqual([reconciliation.harnessOnly, reconciliation.accounts], [['x-000001', 'x-000002'], []]);
});
