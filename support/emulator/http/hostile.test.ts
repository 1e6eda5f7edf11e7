import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect as openTls } from 'node:tls';
import { openSession } from '../test-kit/open-session.js';
import type { Session } from '../test-kit/session.js';
import { approvedCardholder, balancesOf, newCard } from '../test-kit/subjects.js';

async function inSession(act: (session: Session) => Promise<void>): Promise<void> {
  const session = await openSession();
  try {
    await act(session);
  } finally {
    await session.close();
  }
}

for (const [what, body] of [
  ['arrays', '['.repeat(400_000) + ']'.repeat(400_000)],
  ['objects', `{"name":${'{"name":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
] as const) {
  test(`absurdly nested ${what} are a refusal, not a failure`, () =>
    inSession(async (session) => {
      const answer = await session.call('POST', '/wallets', body);
      assert.deepEqual([answer.status, answer.body['code']], [400, 'body_too_deep']);
    }));
}

test('no amount that is accepted can break a balance later', () =>
  inSession(async (session) => {
    const card = await newCard(session, await approvedCardholder(session));
    const send = (amount: string) =>
      session.call('POST', `/staging/cards/${card}/crypto-deposit`, { chain: 'evm', asset: 'USDC', amount });
    assert.equal((await send('90071992547409.91')).status, 400);
    assert.equal((await send('1000000000.01')).status, 400);
    for (let time = 0; time < 3; time += 1) assert.equal((await send('1000000000.00')).status, 200);
    session.pass(480);
    assert.deepEqual(await balancesOf(session, card), [300_000_000_000, 300_000_000_000]);
  }));

test('an announced amount is not negative', () =>
  inSession(async (session) => {
    const card = await newCard(session, await approvedCardholder(session));
    assert.equal((await session.call('POST', `/cards/${card}/bank-deposit`, { transactionAmount: -5 })).status, 400);
    assert.equal((await session.call('POST', `/cards/${card}/bank-deposit`, { transactionAmount: 5 })).status, 200);
  }));

test('a path that ends before its id is no path of the contract', () =>
  inSession(async (session) => {
    for (const path of ['/cards/', '/cardholders/', '/cards//balance'])
      assert.deepEqual((await session.call('GET', path)).body['code'], 'unknown_path', path);
  }));

test('a repeated query parameter is refused, whichever of its values is fine', () =>
  inSession(async (session) => {
    for (const query of ['limit=500&limit=1', 'limit=1&limit=1', 'status=4&status=1', 'sort=asc&sort=desc'])
      assert.equal((await session.call('GET', `/cardholders?${query}`)).status, 400, query);
  }));

test('a caller that hangs up within its body is not a failure of the emulator', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'access-'));
  const accessLog = join(folder, 'access.ndjson');
  try {
    const session = await openSession({ accessLog });
    const { apiKey, certificate, serverCa, url } = session.emulator;
    const identity = { ca: serverCa, cert: certificate.certificate, key: certificate.privateKey };
    const caller = openTls({ ...identity, port: Number(new URL(url).port), host: '127.0.0.1' });
    await once(caller, 'secureConnect');
    const head = ['POST /v2/wallets HTTP/1.1', 'host: localhost', `x-api-key: ${apiKey}`];
    caller.write([...head, 'content-type: application/json', 'content-length: 100', '', '{"na'].join('\r\n'));
    // A whole call in between gives the half one time to arrive.
    assert.equal((await session.call('GET', '/wallets')).status, 200);
    const gone = once(caller, 'close');
    caller.destroy();
    await gone;
    assert.equal((await session.call('GET', '/wallets')).status, 200);
    await session.close();
    const statuses = [...(await readFile(accessLog, 'utf8')).matchAll(/"status":(\d+)/g)].map(([, status]) => status);
    assert.ok(!statuses.includes('500'), statuses.join());
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a connection that never says anything does not hold up the end', async () => {
  const session = await openSession();
  const silent = connect(Number(new URL(session.emulator.url).port), '127.0.0.1');
  await once(silent, 'connect');
  assert.equal((await session.call('GET', '/wallets')).status, 200);
  const ended = once(silent, 'close');
  silent.resume();
  await session.close();
  await ended;
});
