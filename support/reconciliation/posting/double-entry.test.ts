import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { ReconciledLedger } from '../reconcile.js';
import {
  bank,
  card,
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
  type MoneyCall,
} from '../testing/money-traffic.js';
import { toDecimal } from '../../contract/money/decimal-amount.js';

const units = fc.integer({ min: 1, max: 5000 });
const status = fc.integer({ min: 0, max: 5 });

/** Any traffic at all, most of it nonsense: balances that fit nothing, records of nothing, transfers without funds. */
const anyCall: fc.Arbitrary<MoneyCall> = fc.oneof(
  fc.constantFrom(issued, registered()),
  fc.tuple(units, units).map(([ledger, available]) => card(ledger, available)),
  units.map((amount) => wallet(amount)),
  fc.tuple(units, fc.constantFrom('USDC', 'BTC', 'XYZ')).map(([amount, asset]) => crypto(amount, asset)),
  fc.tuple(units, fc.constantFrom('A', 'B'), fc.constantFrom('CARD 7', 'none')).map((all) => bank(...all)),
  fc.tuple(units, fc.constantFrom('approve', 'decline')).map(([amount, outcome]) => spend(amount, { outcome })),
  fc.tuple(units, status, fc.integer({ min: 90, max: 95 })).map((all) => transfer(...all)),
  fc
    .array(fc.tuple(units, status, fc.constantFrom('41', '42', '91')), { maxLength: 3 })
    .map((items) => transactions(...items.map(([amount, state, id]) => purchase(toDecimal(amount), state, id)))),
  fc
    .tuple(units, fc.constantFrom('A41', 'A42', ''))
    .map(([amount, reference]) => fees(fee(toDecimal(amount), reference))),
  fc.tuple(units, fc.integer({ min: 90, max: 95 }), status).map((all) => movements(movement(...all))),
);

function balanceOf({ reconciliation }: ReconciledLedger, account: string): number {
  return reconciliation.totals.find((total) => total.account === account)?.balance ?? 0;
}

it('keeps every entry balanced and all accounts together at zero, whatever the traffic', () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 25 }), (calls) => {
      const { entries, reconciliation } = reconciled(calls);
      assert.ok(
        entries.every(({ amount, debit, credit }) => Number.isSafeInteger(amount) && amount > 0 && debit !== credit),
      );
      assert.equal(
        reconciliation.totals.reduce((sum, { balance }) => sum + balance, 0),
        0,
      );
      assert.equal(reconciliation.counts.entries, entries.length);
    }),
  );
});

it('ends every account that was read at the balance the API showed, and what came after it', () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 25 }), (calls) => {
      const ledger = reconciled(calls);
      for (const { holder, api, afterwards } of ledger.reconciliation.accounts) {
        if (api === null) continue;
        const available = balanceOf(ledger, `${holder}/available`);
        const held = balanceOf(ledger, `${holder}/held`);
        assert.equal(available, api.available + afterwards.available);
        assert.equal(available + held, api.ledger + afterwards.ledger);
      }
    }),
  );
});

it('differs exactly by what it names as unexplained', () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 25 }), (calls) => {
      const { accounts, differences } = reconciled(calls).reconciliation;
      for (const { holder, status: word } of accounts) {
        const named = differences.some(({ holders }) => holders.includes(holder));
        assert.ok(word !== 'differs' || named, holder);
      }
    }),
  );
});

it('gives the same for the same traffic', () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 15 }), (calls) => {
      assert.deepEqual(reconciled(calls), reconciled(calls));
    }),
  );
});
