import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { approvedCardholder, newCard } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const holder = await approvedCardholder(session);

const subscribe = (body: object) => session.call('POST', '/otp/listeners', body);
const tokenOf = async (body: object) => String((await subscribe(body)).body['token']);
const read = async (token: string) => (await session.call('GET', `/otp/${token}`)).body;
const challenge = (card: number) =>
  session.call('POST', `/staging/cards/${card}/otp-challenge`, { amount: '10.00', merchantName: 'Shop' });

test('a subscription has a token and no end', async () => {
  const card = await newCard(session, holder);
  const seen = await subscribe({ cardId: card });
  assert.deepEqual([seen.body['expiresAt'], seen.body['status']], [null, 'success']);
  assert.deepEqual(await read(String(seen.body['token'])), { status: 'pending' });
});

test('a code arrives, can be read again, and expires at the announced second', async () => {
  const card = await newCard(session, holder);
  const token = await tokenOf({ cardId: card });
  await challenge(card);
  session.pass(59);
  assert.deepEqual(await read(token), { status: 'pending' });
  session.pass(1);
  const first = await read(token);
  assert.equal(first['status'], 'received');
  assert.match(String(first['code']), /^\d{6}$/);
  assert.equal(Number(first['expiresAt']), Math.floor(session.clock.now() / 1000) + 900);
  assert.deepEqual(await read(token), first);
  session.pass(900);
  assert.deepEqual(await read(token), { status: 'expired' });
  assert.ok(session.emulator.servedSecrets().otps.includes(String(first['code'])));
});

test('a newer code is not ended by the expiry of the one before it', async () => {
  const card = await newCard(session, holder);
  const token = await tokenOf({ cardId: card });
  await challenge(card);
  session.pass(500);
  await challenge(card);
  session.pass(500);
  assert.equal((await read(token))['status'], 'received');
});

test('a card that is not active can neither be subscribed nor challenged', async () => {
  const held = await newCard(session, holder);
  await session.call('PUT', `/cards/${held}/status`, { newStatus: 2 });
  const fresh = await newCard(session, holder, 'assign');
  for (const card of [held, fresh]) {
    assert.equal((await subscribe({ cardId: card })).status, 409);
    assert.equal((await challenge(card)).status, 409);
  }
});

test('after unsubscribing the token is unknown, and later codes are not stored under it', async () => {
  const card = await newCard(session, holder);
  const token = await tokenOf({ cardId: card });
  assert.equal((await session.call('DELETE', `/otp/listeners/${token}`)).status, 200);
  await challenge(card);
  session.pass(60);
  assert.equal((await session.call('GET', `/otp/${token}`)).status, 404);
  assert.equal((await session.call('DELETE', `/otp/listeners/${token}`)).status, 404);
});

test('the legacy listener hears every card of its cardholder and no other', async () => {
  const person = await approvedCardholder(session);
  const card = await newCard(session, person);
  const token = await tokenOf({ cardholderId: person });
  await challenge(await newCard(session, holder));
  session.pass(60);
  assert.equal((await read(token))['status'], 'pending');
  await challenge(card);
  session.pass(60);
  assert.equal((await read(token))['status'], 'received');
});

test('a webhook address is HTTPS or loopback', async () => {
  const cardId = await newCard(session, holder);
  for (const webhookUrl of ['http://example.com/otp', 'ftp://127.0.0.1/', 'not a url'])
    assert.equal((await subscribe({ cardId, webhookUrl })).status, 400, webhookUrl);
  assert.equal((await subscribe({ cardId, webhookUrl: 'https://hooks.example.com/otp' })).status, 200);
});

test('the callback names the card and nothing else, without anybody polling', async () => {
  const card = await newCard(session, holder);
  const received = new Promise<string>((resolve) => {
    const receiver = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        response.writeHead(204).end();
        receiver.close();
        resolve(text);
      });
    }).listen(0, '127.0.0.1', () => {
      const { port } = receiver.address() as AddressInfo;
      void subscribe({ cardId: card, webhookUrl: `http://127.0.0.1:${port}/otp` })
        .then(() => challenge(card))
        .then(() => {
          session.pass(60);
        });
    });
  });
  assert.deepEqual(JSON.parse(await received), { cardId: card });
});

test('a Program without 3-D Secure accepts listeners and never yields a code', async () => {
  const { profile } = session.emulator;
  const plain = await openSession({
    profile: { ...profile, capabilities: { ...profile.capabilities, threeDSecure: false } },
  });
  try {
    const card = await newCard(plain, await approvedCardholder(plain));
    const { body } = await plain.call('POST', '/otp/listeners', { cardId: card });
    await plain.call('POST', `/staging/cards/${card}/otp-challenge`, { amount: '10.00', merchantName: 'Shop' });
    plain.pass(60);
    assert.deepEqual((await plain.call('GET', `/otp/${String(body['token'])}`)).body, { status: 'pending' });
  } finally {
    await plain.close();
  }
});
