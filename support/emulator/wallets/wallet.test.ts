import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { approvedCardholder, balancesOf, newCard } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const holder = await approvedCardholder(session);
const funded = Number(session.emulator.profile.fundedWalletId);

const newWallet = async (name = 'Travel') =>
  Number((await session.call('POST', '/wallets', { name })).body['walletId']);
const balances = async (id: number) => {
  const { body } = await session.call('GET', `/wallets/${id}`);
  return [Number(body['ledgerBalance']), Number(body['availableBalance'])] as const;
};
const transfer = (destinationType: number, destinationId: number, amount: number, description?: string) =>
  session.call('POST', '/wallets/transfer', {
    sourceWalletId: funded,
    destinationType,
    destinationId,
    amount,
    ...(description === undefined ? {} : { description }),
  });
const movement = async (transId: number) => {
  const { body } = await session.call('GET', '/wallets/transactions?limit=200');
  return (body['items'] as { transId: number; amount: number; transStatus: number }[]).find(
    (item) => item.transId === transId,
  );
};

test('a new wallet has the currency of the Program and no money', async () => {
  const id = await newWallet();
  const { body } = await session.call('GET', `/wallets/${id}`);
  assert.deepEqual([body['walletCurrencyId'], body['isActive'], body['isDeleted']], [0, true, false]);
  assert.deepEqual(await balances(id), [0, 0]);
});

test('an approved transfer to a card moves both balances at once and is a wallet record only', async () => {
  const card = await newCard(session, holder);
  const before = await balances(funded);
  const seen = await transfer(1, card, 2500);
  assert.equal(seen.body['transStatus'], 1);
  assert.ok(!('status' in seen.body));
  assert.deepEqual(await balancesOf(session, card), [2500, 2500]);
  assert.deepEqual(await balances(funded), [before[0] - 2500, before[1] - 2500]);
  assert.equal((await movement(Number(seen.body['transId'])))?.amount, 2500);
  assert.equal((await session.call('GET', `/cards/transactions?cardId=${card}`)).body['total'], 0);
});

const outcomes: readonly [string, number, number][] = [
  ['Organic-Partial', 3, 500],
  ['Organic-Error', 4, 0],
];
for (const [description, status, moved] of outcomes) {
  test(`${description} ends in ${status} and the record shows what moved`, async () => {
    const wallet = await newWallet();
    const seen = await transfer(0, wallet, 1000, description);
    assert.equal(seen.body['transStatus'], status);
    assert.deepEqual(await balances(wallet), [moved, moved]);
    assert.equal((await movement(Number(seen.body['transId'])))?.amount, moved);
  });
}

test('a pending transfer holds the money and completes later', async () => {
  const wallet = await newWallet();
  const before = await balances(funded);
  const seen = await transfer(0, wallet, 1000, 'Organic-Pending');
  assert.equal(seen.body['transStatus'], 0);
  assert.deepEqual(await balances(wallet), [0, 0]);
  assert.deepEqual(await balances(funded), [before[0], before[1] - 1000]);
  session.pass(300);
  assert.deepEqual(await balances(wallet), [1000, 1000]);
  assert.deepEqual(await balances(funded), [before[0] - 1000, before[1] - 1000]);
  assert.equal((await movement(Number(seen.body['transId'])))?.transStatus, 1);
});

test('an overdraw and a card that is not active are declined, and no money moves', async () => {
  const before = await balances(funded);
  const held = await newCard(session, holder);
  await session.call('PUT', `/cards/${held}/status`, { newStatus: 2 });
  assert.equal((await transfer(1, held, 100)).body['transStatus'], 2);
  assert.equal((await transfer(0, await newWallet(), before[1] + 1)).body['transStatus'], 2);
  assert.deepEqual(await balances(funded), before);
});

test('unknown ends are 404, and an amount of nothing or a transfer to itself a bad request', async () => {
  assert.equal((await transfer(1, 1, 100)).status, 404);
  assert.equal((await transfer(0, 1, 100)).status, 404);
  assert.equal((await transfer(0, funded, 100)).status, 400);
  for (const amount of [0, -5, 1.5]) assert.equal((await transfer(0, await newWallet(), amount)).status, 400);
});

test('a bank deposit to a wallet needs its reference, and shows ledger first', async () => {
  const wallet = await newWallet();
  const deposit = (reference: string) =>
    session.call('POST', '/staging/bank-deposit', {
      walletId: wallet,
      amount: '75.50',
      senderAccountNumber: 'GB33BUKB20201555555555',
      reference,
    });
  await deposit('nobody');
  session.pass(420);
  assert.deepEqual(await balances(wallet), [0, 0]);
  await deposit(`PRG-42-${wallet}`);
  session.pass(60);
  assert.deepEqual(await balances(wallet), [7550, 0]);
  session.pass(360);
  assert.deepEqual(await balances(wallet), [7550, 7550]);
  const { body } = await session.call('GET', `/wallets/transactions?walletId=${wallet}`);
  assert.equal(body['total'], 1);
});
