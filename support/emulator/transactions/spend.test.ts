import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { approvedCardholder, balancesOf, fund, newCard } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const holder = await approvedCardholder(session);

interface Row {
  readonly amount: string;
  readonly authRefNum: string;
  readonly transStatus: number;
  readonly transId: string;
}

const spend = (card: number, amount: string, members: object = {}) =>
  session.call('POST', `/staging/cards/${card}/spend`, {
    amount,
    merchantName: 'Shop',
    outcome: 'approve',
    ...members,
  });
const rows = async (set: string, card: number) =>
  (await session.call('GET', `/cards/${set}?cardId=${card}`)).body['items'] as Row[];

async function fundedCard(amount = '100.00'): Promise<number> {
  const card = await newCard(session, holder);
  await fund(session, card, amount);
  return card;
}

test('an approved spend is held, then cleared, under the same transId', async () => {
  const card = await fundedCard();
  await spend(card, '10.00');
  assert.deepEqual(await balancesOf(session, card), [10_000, 9000]);
  const [pending] = await rows('transactions', card);
  assert.deepEqual([pending?.transStatus, pending?.amount], [1, '10.00']);
  session.pass(300);
  assert.deepEqual(await balancesOf(session, card), [9000, 9000]);
  const [cleared] = await rows('transactions', card);
  assert.deepEqual([cleared?.transStatus, cleared?.transId], [2, pending?.transId]);
  assert.deepEqual(await rows('fees', card), []);
});

test('a foreign currency adds one FX fee joined by authRefNum', async () => {
  const card = await fundedCard();
  await spend(card, '10.00', { merchantCurrency: 'EUR', merchantAmount: '9.20' });
  const [transaction] = await rows('transactions', card);
  const fees = await rows('fees', card);
  assert.equal(fees.length, 1);
  assert.deepEqual([fees[0]?.authRefNum, fees[0]?.amount], [transaction?.authRefNum, '0.15']);
  session.pass(300);
  assert.deepEqual(await balancesOf(session, card), [8985, 8985]);
});

test('declined spend is recorded with status 4 and touches no balance, whatever the reason', async () => {
  const card = await fundedCard();
  await session.call('PUT', `/cards/${card}/update`, { transactionLimit: 5000 });
  await spend(card, '1.00', { outcome: 'decline' });
  await spend(card, '50.01');
  const poor = await fundedCard('1.00');
  await spend(poor, '1.01');
  const held = await fundedCard();
  await session.call('PUT', `/cards/${held}/status`, { newStatus: 2 });
  await spend(held, '1.00');
  for (const [id, count] of [
    [card, 2],
    [poor, 1],
    [held, 1],
  ] as const) {
    const seen = await rows('transactions', id);
    assert.deepEqual(
      seen.map(({ transStatus }) => transStatus),
      Array.from({ length: count }, () => 4),
    );
    const [ledger, available] = await balancesOf(session, id);
    assert.equal(ledger, available);
  }
  assert.deepEqual(await balancesOf(session, card), [10_000, 10_000]);
});

test('the transaction list looks back 90 days unless it is told otherwise', async () => {
  const card = await fundedCard();
  await spend(card, '1.00');
  session.pass(91 * 86_400);
  assert.equal((await rows('transactions', card)).length, 0);
  const seen = await session.call('GET', `/cards/transactions?cardId=${card}&after=0`);
  assert.equal(seen.body['total'], 1);
});
