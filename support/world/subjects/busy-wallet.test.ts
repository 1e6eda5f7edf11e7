import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOf } from '../../verdict/checks/all-checks.js';
import { scriptedScope } from '../test-kit/scripted-scope.js';
import { Wallets } from './wallets.js';

/** A page of so many movements, the first of which has the given number. */
function page(first: number, count: number, total: number) {
  const items = Array.from({ length: count }, (_, index) => ({ transId: first + index }));
  return { status: 'success', items, total, limit: 200, offset: 0 };
}

/** What the scenario reads and finds where the wallet shows these pages to whoever looks for transfer 450. */
async function found(...pages: readonly ReturnType<typeof page>[]) {
  const script = {
    getWallet: [{ walletId: 1, walletAvailableBalance: 1000, walletBalanceSettled: 1000 }],
    getCardBalance: [{ ledgerBalance: 0, availableBalance: 0, currency: 0 }],
    transferFromWallet: [{ status: 'success', transId: 450, transStatus: 1 }],
    listWalletTransactions: pages,
  };
  const { scope, calls } = scriptedScope(script, { fundedWalletId: 1 });
  const wallets = new Wallets(scope);
  await wallets.transferWatched({ type: 'card', id: 9 }, 500);
  const exchanges = await wallets.listToTransfer();
  const { transId } = wallets;
  const { outcome } = checkOf('transfer-in-wallet-movements').evaluate({ exchanges, arguments: { transId } });
  return { outcome, pages: calls.filter((call) => call === 'listWalletTransactions').length };
}

test('a transfer is found behind two hundred movements of others, and reading ends there', async () => {
  assert.deepEqual(await found(page(1, 200, 900), page(400, 200, 900), page(700, 200, 900)), {
    ...{ outcome: 'met', pages: 2 },
  });
});

test('a wallet that does not show the transfer on any page is a violation', async () => {
  assert.deepEqual(await found(page(1, 200, 210), page(201, 10, 210)), { outcome: 'violated', pages: 2 });
});
