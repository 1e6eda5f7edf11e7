import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOf } from '../../verdict/checks/all-checks.js';
import { scriptedScope } from '../test-kit/scripted-scope.js';
import { Wallets } from './wallets.js';

const setting = {
  profile: { fundedWalletId: 1 },
  paths: { getWallet: '/wallets/{walletId}', getCardBalance: '/cards/{cardId}/balance' },
};

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
  const { scope, calls } = scriptedScope(script, setting);
  const wallets = new Wallets(scope);
  await wallets.transferWatched({ type: 'card', id: 9 }, 500);
  const exchanges = await wallets.listToTransfer();
  const { transId } = wallets;
  const { outcome } = checkOf('transfer-in-wallet-movements').evaluate({ exchanges, arguments: { transId } });
  return { outcome, pages: calls.filter((call) => call === 'listWalletTransactions').length };
}

test('a transfer is found behind two hundred movements of others, and reading ends there', async () => {
  assert.deepEqual(await found(page(1, 200, 9000), page(1, 200, 900), page(400, 200, 900), page(700, 200, 900)), {
    ...{ outcome: 'met', pages: 3 },
  });
});

test('a wallet that does not show the transfer on any page is a violation', async () => {
  assert.deepEqual(await found(page(1, 200, 210), page(1, 200, 210), page(201, 10, 210)), {
    outcome: 'violated',
    pages: 3,
  });
});

/** What a check on money comes to where the funded wallet falls by so much and the card rises by 500, and what was called. */
async function judged(fall: number, pages: readonly ReturnType<typeof page>[]) {
  const read = (units: number) => ({ walletId: 1, walletAvailableBalance: units, walletBalanceSettled: units });
  const card = (units: number) => ({ ledgerBalance: units, availableBalance: units, currency: 0 });
  const script = {
    getWallet: [read(9000), read(9000 - fall)],
    getCardBalance: [card(0), card(500)],
    transferFromWallet: [{ status: 'success', transId: 450, transStatus: 1 }],
    listWalletTransactions: pages,
  };
  const { scope, calls } = scriptedScope(script, setting);
  const wallets = new Wallets(scope);
  await wallets.transferWatched({ type: 'card', id: 9 }, 500);
  return { exchanges: wallets.evidence, lists: calls.filter((call) => call === 'listWalletTransactions').length };
}

test('the movements of a wallet are read where more left it than arrived, and not otherwise', async () => {
  assert.equal((await judged(500, [])).lists, 0);
  const { exchanges, lists } = await judged(800, [page(1, 200, 210), page(201, 10, 210)]);
  assert.equal(lists, 2);
  assert.equal(exchanges.filter(({ operationId }) => operationId === 'listWalletTransactions').length, 2);
});

test('a wallet that shows no balance is read by its movements, which are not read once more', async () => {
  const { scope, calls } = scriptedScope(
    {
      getWallet: [{ walletId: 1 }],
      getCardBalance: [{ ledgerBalance: 0, availableBalance: 0, currency: 0 }],
      transferFromWallet: [{ status: 'success', transId: 450, transStatus: 1 }],
      listWalletTransactions: [page(1, 2, 2), page(1, 3, 3)],
    },
    setting,
  );
  await new Wallets(scope).transferWatched({ type: 'card', id: 9 }, 500);
  assert.equal(calls.filter((call) => call === 'listWalletTransactions').length, 2);
});

test('a pending transfer is waited for although a balance tells the time of each read', async () => {
  const wallet = (units: number) => ({ walletId: 1, walletAvailableBalance: units, walletBalanceSettled: units });
  const card = (ledger: number, available: number, asOf: number) => ({ ...balances(ledger, available), asOf });
  const balances = (ledgerBalance: number, availableBalance: number) => ({ ledgerBalance, availableBalance });
  const script = {
    getWallet: [wallet(9000), wallet(8500)],
    getCardBalance: [card(0, 0, 1), card(0, 0, 2), card(500, 0, 3), card(500, 500, 4)],
    transferFromWallet: [{ transId: 450, transStatus: 0 }],
  };
  const { scope } = scriptedScope(script, setting);
  const wallets = new Wallets(scope);
  await wallets.transferWatched({ type: 'card', id: 9 }, 500);
  const values = { amount: 500, destination: '/cards/9/balance' };
  assert.equal(
    checkOf('transfer-reaches-card').evaluate({ exchanges: wallets.balances.reads, arguments: values }).outcome,
    'met',
  );
});

/** What is found of a pending transfer where the wallet and the card show so much, one look after the other. */
async function pending(walletShows: readonly number[], cardShows: readonly number[]) {
  const script = {
    getWallet: walletShows.map((units) => ({
      walletId: 1,
      walletAvailableBalance: units,
      walletBalanceSettled: units,
    })),
    getCardBalance: cardShows.map((units) => ({ ledgerBalance: units, availableBalance: units })),
    transferFromWallet: [{ transId: 450, transStatus: 0 }],
    listWalletTransactions: [page(1, 0, 0)],
  };
  const { scope, calls } = scriptedScope(script, setting);
  const wallets = new Wallets(scope);
  await wallets.transferWatched({ type: 'card', id: 9 }, 500);
  const values = wallets.sides(1, { type: 'card', id: 9 });
  const { outcome } = checkOf('moved-money-reconciles').evaluate({ exchanges: wallets.evidence, arguments: values });
  return { outcome, looks: calls.filter((call) => call === 'getCardBalance').length };
}

test('a pending transfer that is booked between the looks at its two sides is looked at once more', async () => {
  const { looks } = await pending([9000], [0]);
  const lastLookFinds = [...Array<number>(looks - 1).fill(0), 500];
  assert.deepEqual(await pending([9000, 9000, 8500], lastLookFinds), { outcome: 'met', looks: looks + 1 });
  const fromNowhere = await pending([9000], lastLookFinds);
  assert.deepEqual(fromNowhere, { outcome: 'violated', looks: looks + 1 });
});
