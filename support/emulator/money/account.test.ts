import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyAccount, post } from './account.js';

test('posting never leaves an overdrawn account or more available than there is', () => {
  const amount = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(fc.array(fc.record({ ledger: amount, available: amount })), (postings) => {
      let account = emptyAccount;
      for (const by of postings) {
        try {
          account = post(account, by);
        } catch (problem) {
          assert.match(String(problem), /illegal balances/);
        }
        assert.ok(account.availableBalance >= 0 && account.ledgerBalance >= account.availableBalance);
      }
    }),
  );
});

test('a balance that is no whole number of minor units is refused', () => {
  assert.throws(() => post(emptyAccount, { ledger: 0.5, available: 0 }), /whole minor units/);
});
