import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { approvedCardholder, balancesOf, newCard, newCardholder } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const holder = await approvedCardholder(session);
const iban = 'DE89370400440532013000';
const account = { senderAccountName: 'Ada Example', senderAccountNumber: iban, senderRoutingNumber: 'COBADEFF' };

const crypto = (cardId: number, chain: string, asset: string, amount: unknown) =>
  session.call('POST', `/staging/cards/${cardId}/crypto-deposit`, { chain, asset, amount });
const bank = (body: object) => session.call('POST', '/staging/bank-deposit', { amount: '10.00', ...body });
const register = (cardholderId: number, body: object = account) =>
  session.call('POST', `/cardholders/${cardholderId}/register-bank-account`, body);
const confirm = (depositId: number) => session.call('POST', `/staging/bank-accounts/${depositId}/confirm`);

for (const chain of ['evm', 'ethereum', 'bitcoin', 'solana']) {
  test(`a ${chain} deposit shows three stages`, async () => {
    const card = await newCard(session, holder);
    assert.equal((await crypto(card, chain, 'USDC', '10.00')).status, 200);
    assert.deepEqual(await balancesOf(session, card), [0, 0]);
    session.pass(119);
    assert.deepEqual(await balancesOf(session, card), [0, 0]);
    session.pass(1);
    assert.deepEqual(await balancesOf(session, card), [1000, 0]);
    session.pass(360);
    assert.deepEqual(await balancesOf(session, card), [1000, 1000]);
  });
}

test('another asset loses its spread at conversion and both balances converge', async () => {
  const card = await newCard(session, holder);
  await crypto(card, 'bitcoin', 'BTC', '100.00');
  session.pass(120);
  assert.deepEqual(await balancesOf(session, card), [10_000, 0]);
  session.pass(360);
  assert.deepEqual(await balancesOf(session, card), [9975, 9975]);
});

test('a card that is not activated or on hold is credited by a digital asset', async () => {
  const fresh = await newCard(session, holder, 'assign');
  const held = await newCard(session, holder);
  await session.call('PUT', `/cards/${held}/status`, { newStatus: 2 });
  for (const card of [fresh, held]) {
    await crypto(card, 'evm', 'USDT', '10.00');
    session.pass(480);
    assert.deepEqual(await balancesOf(session, card), [1000, 1000]);
  }
});

test('simulation money is a decimal string and nothing else', async () => {
  const card = await newCard(session, holder);
  for (const amount of [1000, '10.000', '-1.00', '0.00', '1e3', '', null])
    assert.equal((await crypto(card, 'evm', 'USDC', amount)).status, 400, JSON.stringify(amount));
  assert.equal((await crypto(card, 'dogecoin', 'DOGE', '10.00')).status, 400);
  session.pass(480);
  assert.deepEqual(await balancesOf(session, card), [0, 0]);
});

test('a registration is pending, has no status member, and is confirmed once', async () => {
  const seen = await register(holder);
  const depositId = Number(seen.body['depositId']);
  assert.deepEqual(seen.body, { depositId, statusText: 'pending' });
  assert.equal((await confirm(depositId)).status, 200);
  assert.equal((await confirm(depositId)).status, 409);
});

test('a registration is refused for a cardholder not approved and for members out of bounds', async () => {
  assert.equal((await register(await newCardholder(session))).status, 409);
  const wrong = [
    { senderAccountNumber: '123456' },
    { senderAccountNumber: '1'.repeat(35) },
    { senderRoutingNumber: '12345' },
    { senderRoutingNumber: '1'.repeat(13) },
    { senderAccountName: 'x'.repeat(51) },
  ];
  for (const change of wrong) assert.equal((await register(holder, { ...account, ...change })).status, 400);
});

test('a matched bank transfer is detected, then cleared', async () => {
  const card = await newCard(session, holder);
  await bank({ cardId: card, senderAccountNumber: iban, reference: `INV ${card}/7` });
  assert.deepEqual(await balancesOf(session, card), [0, 0]);
  session.pass(60);
  assert.deepEqual(await balancesOf(session, card), [1000, 0]);
  session.pass(360);
  assert.deepEqual(await balancesOf(session, card), [1000, 1000]);
});

test('an unmatched transfer goes to suspense: no balance moves', async () => {
  const card = await newCard(session, holder);
  const held = await newCard(session, holder);
  await session.call('PUT', `/cards/${held}/status`, { newStatus: 2 });
  const other = await newCard(session, await approvedCardholder(session));
  const unmatched = [
    { cardId: card, senderAccountNumber: 'GB33BUKB20201555555555', reference: String(card) },
    { cardId: card, senderAccountNumber: iban },
    { cardId: card, senderAccountNumber: iban, reference: `${card}0` },
    { cardId: card, senderAccountNumber: iban, reference: String(other) },
    { cardId: held, senderAccountNumber: iban, reference: String(held) },
    { cardId: other, senderAccountNumber: iban, reference: String(other) },
  ];
  for (const body of unmatched) assert.equal((await bank(body)).status, 200);
  session.pass(420);
  for (const id of [card, held, other]) assert.deepEqual(await balancesOf(session, id), [0, 0]);
});

test('a sender whose registration is still pending is not matched', async () => {
  const fresh = await approvedCardholder(session);
  const card = await newCard(session, fresh);
  await register(fresh);
  await bank({ cardId: card, senderAccountNumber: iban, reference: String(card) });
  session.pass(420);
  assert.deepEqual(await balancesOf(session, card), [0, 0]);
});

test('trace notifications answer a pending depositId and move nothing', async () => {
  const card = await newCard(session, holder);
  const walletId = session.emulator.profile.fundedWalletId;
  const full = { transactionAmount: 1000, transactionReference: String(card), ...account };
  for (const path of [`/cards/${card}`, `/wallets/${walletId}`]) {
    for (const body of [undefined, {}, full]) {
      const seen = await session.call('POST', `${path}/bank-deposit`, body);
      assert.deepEqual([seen.status, seen.body['statusText']], [200, 'pending'], seen.text);
    }
    const hash = await session.call('POST', `${path}/deposit`, { transactionHash: '0xabc' });
    assert.equal(hash.status, 200);
  }
  session.pass(90_000);
  assert.deepEqual(await balancesOf(session, card), [0, 0]);
});
