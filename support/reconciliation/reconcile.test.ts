import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../trace/exchange.js';
import { differenceKinds } from './differences/difference-codes.js';
import { balanceFaults } from './testing/balance-faults.js';
import {
  bank,
  card,
  crypto,
  fee,
  fees,
  issued,
  movement,
  movements,
  notice,
  purchase,
  registered,
  spend,
  transactions,
  transfer,
  wallet,
  codesOf,
  funded,
  instead,
  reconciled,
  waited,
  type MoneyCall,
} from './testing/money-traffic.js';
import { recordFaults } from './testing/record-faults.js';

/** A purchase as a list shows it that has the documented members only. Source: docs/transactions-and-fees. */
function bare(amount: string, transId = '41'): Json {
  return { cardId: 7, transId, authRefNum: `A${transId}`, amount, description: 'Shop' };
}

/** Traffic without a fault: no difference at all. */
const sound: Readonly<Record<string, readonly MoneyCall[]>> = {
  'a crypto deposit in three stages': [issued, card(0, 0), crypto(2500), card(0, 0), card(2500, 0), card(2500, 2500)],
  'a bank transfer of a registered account': [issued, registered(), bank(6000), card(6000, 0), card(6000, 6000)],
  'a notice that raises the ledger balance': [
    issued,
    card(0, 0),
    notice(1000),
    card(1000, 0),
    ...waited,
    card(1000, 0),
  ],
  'a notice that raises nothing': [issued, card(0, 0), notice(1000), ...waited, card(0, 0)],
  'a bank transfer nobody can match': [issued, registered(), bank(7000, 'B'), card(0, 0), ...waited, card(0, 0)],
  'a bank transfer without its reference': [issued, registered(), bank(7000, 'A', 'HELLO'), ...waited, card(0, 0)],
  'a transfer and its record': [...funded, movements(movement(5000))],
  'a transfer and a record that names its wallet alone': [
    ...funded,
    movements({ transId: 91, walletId: 2, type: 'wallet-to-card', amount: 5000, transStatus: 1 }),
  ],
  'a transfer whose record has its amount as text': [
    ...funded,
    movements({ ...(movement(5000) as object), amount: '5000' }),
  ],
  'a declined purchase without a status, and the list of the declined': [
    ...funded,
    spend(300, { outcome: 'decline' }),
    transactions(bare('3.00')),
    { ...transactions(bare('3.00')), query: { cardId: '7', transStatus: '4' } },
    card(5000, 5000),
  ],
  'purchases whose status nobody shows': [
    ...funded,
    spend(300, { outcome: 'decline' }),
    spend(500),
    transactions(bare('3.00'), bare('5.00', '42')),
    card(4500, 4500),
  ],
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
  'a foreign purchase and its fee, listed with neither number nor card': [
    ...funded,
    spend(2000, { merchantCurrency: 'EUR' }),
    transactions(purchase('20.00')),
    fees({ authRefNum: 'A41', amount: '0.30' }),
    card(2970, 2970),
  ],
  'a fee without its card, listed for the cardholder': [
    ...funded,
    spend(2000, { merchantCurrency: 'EUR' }),
    transactions(purchase('20.00')),
    { ...fees({ authRefNum: 'A41', amount: '0.30' }), query: { cardholderId: '1' } },
    card(2970, 2970),
  ],
  'fees without a number that were listed for the card and then for the cardholder': [
    ...funded,
    spend(2000, { merchantCurrency: 'EUR' }),
    transactions(purchase('20.00')),
    fees({ authRefNum: 'A41', amount: '0.30' }, { authRefNum: 'A41', amount: '0.20' }),
    {
      ...fees({ authRefNum: 'A41', amount: '0.30' }, { authRefNum: 'A41', amount: '0.20' }),
      query: { cardholderId: '1' },
    },
    card(2950, 2950),
  ],
  'a notice whose transfer arrives and clears': [
    ...[issued, card(0, 0), notice(1000), card(1000, 0), ...waited, card(1000, 1000)],
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
  'a transfer that a rate limit turned away, made once more': [
    ...[issued, wallet(9000), instead(transfer(5000), 429), transfer(5000), wallet(4000), card(5000, 5000)],
    movements(movement(5000)),
  ],
  'a transfer that a rate limit turned away': [
    issued,
    wallet(9000),
    instead(transfer(5000), 429),
    movements(),
    wallet(9000),
  ],
  'a transfer whose answer was lost': [
    ...[issued, wallet(9000), card(0, 0), instead(transfer(5000), 504), wallet(4000), card(5000, 5000)],
    movements(movement(5000)),
  ],
  'a partial transfer whose answer was lost': [
    ...[issued, wallet(9000), card(0, 0), instead(transfer(5000), 504), wallet(7000), card(2000, 2000)],
  ],
  'a pending transfer that arrives later': [
    issued,
    wallet(9000),
    card(0, 0),
    transfer(5000, 0),
    card(0, 0),
    wallet(4000),
    card(5000, 5000),
  ],
  'a pending transfer that arrives in part': [
    ...[issued, wallet(9000), card(0, 0), transfer(5000, 0), card(0, 0), wallet(7000), card(2000, 2000)],
  ],
  'money still on its way': [issued, crypto(2500), card(0, 0)],
  'a conversion with a small spread': [issued, crypto(2500, 'BTC'), card(2500, 0), card(2493, 2493)],
  'an older card with money on it': [card(300, 200), crypto(2500), card(2800, 2700)],
};

const faults = [...balanceFaults, ...recordFaults];

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

describe('a deposit that is credited with less than was sent', () => {
  const booked = [issued, crypto(2500), card(2500, 0)];

  it('is explained by an off-ramp fee that is listed', () => {
    const offRamp = { feeId: 60, cardId: 7, authRefNum: '', feeType: 'off-ramp', amount: '0.25' };
    assert.deepEqual(codesOf([...booked, card(2475, 2475), fees(offRamp)]), ['fee-without-reference']);
  });

  it('is explained by a spread and an off-ramp fee together', () => {
    const offRamp = { feeId: 60, cardId: 7, authRefNum: '', feeType: 'off-ramp', amount: '0.25' };
    const codes = codesOf([...booked, card(2469, 2469), fees(offRamp)]);
    assert.deepEqual(codes.toSorted(), ['conversion-spread', 'fee-without-reference']);
  });

  it('is for a person to look at where nothing is listed for the difference', () => {
    assert.deepEqual(codesOf([...booked, card(2475, 2475)]), ['conversion-spread']);
  });

  it('is a fault where it is half of it', () => {
    assert.ok(codesOf([...booked, card(1250, 1250)]).includes('balance-not-explained'));
  });
});

describe('a deposit that becomes available in parts', () => {
  const booked = [issued, crypto(2500), card(2500, 0), card(2500, 1000)];

  it('is put to a person and is no fault', () => {
    assert.deepEqual(codesOf([...booked, card(2500, 2500)]), ['released-in-parts']);
    assert.deepEqual(codesOf([...booked, card(2500, 2000), card(2500, 2500)]), [
      'released-in-parts',
      'released-in-parts',
    ]);
  });

  it('is a fault where more becomes available than was sent, or is there before it is booked', () => {
    assert.deepEqual(codesOf([...booked, card(3500, 3500)]), [
      'released-in-parts',
      'balance-not-explained',
      'booked-twice',
    ]);
    assert.ok(codesOf([issued, crypto(2500), card(0, 0), card(0, 1000)]).includes('balance-not-explained'));
  });
});

describe('a transfer whose answer was lost', () => {
  const before = [issued, wallet(9000), card(0, 0), instead(transfer(5000), 504)];

  it('may have had no effect', () => {
    assert.deepEqual(codesOf([...before, wallet(9000), card(0, 0)]), []);
  });

  it('excuses no more than was asked for', () => {
    assert.deepEqual(codesOf([...before, wallet(-1000), card(10000, 10000)]), [
      'other-party-moved',
      'balance-not-explained',
    ]);
  });

  it('excuses nothing once a rate limit turned it away', () => {
    const [kind] = codesOf([
      issued,
      wallet(9000),
      card(0, 0),
      instead(transfer(5000), 429),
      wallet(4000),
      card(5000, 5000),
    ]);
    assert.equal(kind, 'declined-moved-money');
  });

  it('excuses nothing that the platform refused, and books and lists all the same', () => {
    const after = [wallet(4000), card(5000, 5000), movements(movement(5000))];
    for (const status of [409, 429]) {
      const codes = codesOf([issued, wallet(9000), card(0, 0), instead(transfer(5000), status), ...after]);
      assert.deepEqual(codes, ['declined-moved-money', 'declined-moved-money'], String(status));
    }
  });
});
