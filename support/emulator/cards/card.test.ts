import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { approvedCardholder, newCard, newCardholder } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const holder = await approvedCardholder(session);

const read = async (id: number) => (await session.call('GET', `/cards/${id}`)).body;
const details = async (id: number) => (await session.call('GET', `/cards/${id}/details`)).body;
const setStatus = (id: number, newStatus: number) => session.call('PUT', `/cards/${id}/status`, { newStatus });

async function activation(id: number, changes: object = {}) {
  const { cardNumber, expMonth, expYear, cvv } = await details(id);
  const body = { cardNumber: Number(cardNumber), expMonth, expYear, cvv: Number(cvv), newPin: 4821, ...changes };
  return session.call('PUT', `/cards/${id}/activate`, body);
}

test('a virtual card is active at once and has the three default addresses on issue and on reads', async () => {
  const issued = await session.call('POST', `/cards/virtual/${holder}`, { nameOnCard: 'ADA EXAMPLE' });
  assert.match(String(issued.body['maskedCardNumber']), /^\*{12}\d{4}$/);
  const id = Number(issued.body['cardId']);
  const seen = await read(id);
  assert.equal(seen['issuerCardStatus'], 1);
  assert.deepEqual(seen['cryptoAddresses'], issued.body['cryptoAddresses']);
  const chains = (issued.body['cryptoAddresses'] as { chain: string; address: string }[]).map(({ chain }) => chain);
  assert.deepEqual(chains, ['evm', 'bitcoin', 'solana']);
});

test('card data is shown by the sensitive read only, and the PIN by none', async () => {
  const id = await newCard(session, holder);
  const secret = await details(id);
  assert.match(String(secret['cardNumber']), /^4\d{15}$/);
  const pan = String(secret['cardNumber']);
  for (const path of [`/cards/${id}`, '/cards?limit=200']) {
    const { text } = await session.call('GET', path);
    assert.ok(!text.includes(pan), `${path} shows no card number`);
    assert.ok(!/"cvv"|[pP]in"/.test(text), `${path} shows neither CVV nor PIN`);
  }
  assert.ok(!('pin' in secret));
  assert.ok(session.emulator.servedSecrets().pans.includes(pan));
});

test('no card for a cardholder who is not approved', async () => {
  const draft = await newCardholder(session);
  for (const kind of ['virtual', 'assign']) {
    const seen = await session.call('POST', `/cards/${kind}/${draft}`, { nameOnCard: 'ADA EXAMPLE' });
    assert.equal(seen.status, 409);
  }
  assert.equal((await session.call('GET', `/cards?cardholderId=${draft}`)).body['total'], 0);
});

const slots: readonly [number, number][] = [
  [0, 200],
  [1, 409],
  [2, 409],
  [3, 200],
  [4, 409],
  [5, 409],
];
for (const [cardType, status] of slots) {
  test(`a physical card on design slot ${cardType} is answered ${status}`, async () => {
    const seen = await session.call('POST', `/cards/assign/${holder}`, { nameOnCard: 'ADA EXAMPLE', cardType });
    assert.equal(seen.status, status);
  });
}

test('an omitted cardType resolves to slot 0', async () => {
  assert.equal((await read(await newCard(session, holder, 'assign')))['cardType'], 0);
});

test('without an approved default design no physical card is issued, and virtual ones are', async () => {
  const profile = { ...session.emulator.profile, approvedSlots: [3] };
  const bare = await openSession({ profile });
  try {
    const id = await approvedCardholder(bare);
    const seen = await bare.call('POST', `/cards/assign/${id}`, { nameOnCard: 'ADA EXAMPLE', cardType: 3 });
    assert.equal(seen.status, 409);
    await newCard(bare, id);
  } finally {
    await bare.close();
  }
});

test('activation needs the right card data, sets the PIN, and happens once', async () => {
  const id = await newCard(session, holder, 'assign');
  assert.equal((await read(id))['issuerCardStatus'], 4);
  assert.equal((await activation(id, { cvv: 1 })).status, 409);
  assert.equal((await read(id))['issuerCardStatus'], 4);
  assert.equal((await activation(id)).status, 200);
  assert.equal((await read(id))['issuerCardStatus'], 1);
  assert.equal((await activation(id)).status, 409);
  const changed = await session.call('PUT', `/cards/${id}/pin`, { currentPin: '4821', newPin: '7305' });
  assert.equal(changed.status, 200);
});

test('activation accepts the year with two digits', async () => {
  const id = await newCard(session, holder, 'assign');
  const { expYear } = await details(id);
  assert.equal((await activation(id, { expYear: Number(expYear) % 100 })).status, 200);
});

test('the first PIN of a virtual card is the last four digits, and a wrong current PIN is refused', async () => {
  const id = await newCard(session, holder);
  const lastFour = String((await details(id))['cardNumber']).slice(-4);
  const wrong = lastFour === '1111' ? '2222' : '1111';
  const change = (currentPin: string) => session.call('PUT', `/cards/${id}/pin`, { currentPin, newPin: '7305' });
  assert.equal((await change(wrong)).status, 409);
  assert.equal((await change(lastFour)).status, 200);
  assert.equal((await change(lastFour)).status, lastFour === '7305' ? 200 : 409);
});

test('block and unblock follow; other target states are a bad request; a not activated card is refused', async () => {
  const id = await newCard(session, holder);
  assert.equal((await setStatus(id, 2)).status, 200);
  assert.equal((await read(id))['issuerCardStatus'], 2);
  for (const other of [0, 3, 4]) assert.equal((await setStatus(id, other)).status, 400);
  assert.equal((await setStatus(id, 1)).status, 200);
  assert.equal((await read(id))['issuerCardStatus'], 1);
  const physical = await newCard(session, holder, 'assign');
  assert.equal((await setStatus(physical, 1)).status, 409);
});

test('an update works in every state and keeps the limit at or below the cardholder', async () => {
  const active = await newCard(session, holder);
  const held = await newCard(session, holder);
  await setStatus(held, 2);
  const fresh = await newCard(session, holder, 'assign');
  for (const id of [active, held, fresh]) {
    const seen = await session.call('PUT', `/cards/${id}/update`, { alias: 'Travel', transactionLimit: 5000 });
    assert.equal(seen.status, 200);
    const card = await read(id);
    assert.deepEqual([card['alias'], card['transactionLimit']], ['Travel', 5000]);
    const above = await session.call('PUT', `/cards/${id}/update`, { alias: 'Never', transactionLimit: 1_000_001 });
    assert.equal(above.status, 400);
    assert.equal((await read(id))['alias'], 'Travel');
  }
});

test('limits inherit downwards and a lowered parent lowers the child', async () => {
  const limited = await approvedCardholder(session, { transactionLimit: 8000 });
  const id = await newCard(session, limited);
  assert.equal((await read(id))['transactionLimit'], 8000);
  const own = await newCard(session, limited, 'virtual', { transactionLimit: 7000 });
  await session.call('PUT', `/cardholders/${limited}`, { callingCode: '001', transactionLimit: 6000 });
  assert.equal((await read(own))['transactionLimit'], 6000);
  const refused = await session.call('POST', `/cards/virtual/${limited}`, { nameOnCard: 'A', transactionLimit: 6001 });
  assert.equal(refused.status, 400);
});
