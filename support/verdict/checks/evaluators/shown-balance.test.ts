import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../trace/exchange.js';
import { exchangeFixture } from '../exchange-fixture.js';
import { accountOf, shownBalance } from './shown-balance.js';

const movements = (items: readonly Json[], query: Record<string, string> = { walletId: '7' }) =>
  exchangeFixture({ operationId: 'listWalletTransactions', path: '/wallets/transactions', query, body: { items } });
const out = { sourceWalletId: 7, destinationId: 8, amount: 500, transStatus: 1 };
const into = { sourceWalletId: 9, destinationId: 7, amount: '20.00', transStatus: 1 };

test('a read that shows balances is taken at its word, whichever names they have', () => {
  const named = (body: Json) => shownBalance(exchangeFixture({ path: '/wallets/7', body }));
  assert.deepEqual(named({ ledgerBalance: 5, availableBalance: 4 }), { ledger: 5, available: 4 });
  assert.deepEqual(named({ walletBalanceSettled: 5, walletAvailableBalance: 4 }), { ledger: 5, available: 4 });
  assert.equal(named({ walletId: 7 }), undefined);
});

test("a wallet's movements come to what went in less what went out, and stand for the wallet", () => {
  assert.deepEqual(shownBalance(movements([out, into])), { ledger: 1500, available: 1500 });
  assert.deepEqual(shownBalance(movements([])), { ledger: 0, available: 0 });
  assert.equal(accountOf(movements([])), '/wallets/7');
});

test('what has not gone through moves nothing, and an amount of no known form makes no balance', () => {
  assert.deepEqual(
    shownBalance(
      movements([
        { ...out, transStatus: 2 },
        { ...out, transStatus: 0 },
      ]),
    ),
    {
      ledger: 0,
      available: 0,
    },
  );
  assert.equal(shownBalance(movements([{ ...out, amount: 'much' }])), undefined);
});

test('movements of no one wallet are no balance', () => {
  assert.equal(shownBalance(movements([into], { cardId: '7' })), undefined);
  assert.equal(accountOf(movements([], { cardId: '7' })), '/wallets/transactions');
});
