import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Clock } from '../config/clock.js';
import { systemClock } from '../config/system-clock.js';
import { CodedError } from '../messages/coded-error.js';
import type { Target } from '../target/target.js';
import { makeTestPki, startLocalServer } from './test-kit/local-server.js';
import { testApiKey, testClient, testTarget } from './test-kit/test-client.js';

const pki = await makeTestPki(systemClock.now());
const noScenario = { scenario: null };
let limited = 0;

const server = await startLocalServer(pki, (request, response) => {
  const path = request.url ?? '';
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  if (path === '/v2/cards/1') answer(200, { key: request.headers['x-api-key'] ?? null });
  else if (path === '/v2/cards/2') request.socket.destroy();
  else if (path === '/v2/cards/3') response.socket?.end('nonsense\r\n\r\n');
  else if (path === '/v2/cards/4') return;
  else if (path === '/v2/cards/5') answer(302, {}, { location: 'https://elsewhere.invalid/' });
  else if (path === '/v2/cards/6') answer((limited += 1) < 3 ? 429 : 200, {}, { 'retry-after': '2' });
  else if (path === '/v2/wallets') answer(500, { status: 'error' });
  else if (path.startsWith('/v2/cardholders'))
    answer(200, { status: 'success', items: [{ lastName: 'Real' }], total: 1 });
  else answer(404, {});
});
after(() => server.close());

async function call(
  cardId: number,
  changes: Partial<Target> = {},
  identity: 'program' | 'no-key' | 'wrong-key' = 'program',
) {
  const { client, ...told } = testClient(testTarget(pki, server.baseUrl, changes), { clock: hastyClock() });
  try {
    return { exchange: await client.call('getCard', { path: { cardId } }, { scenario: 'a', identity }), ...told };
  } finally {
    await client.close();
  }
}

/** Real time for connections and timeouts, no waiting between retries. */
function hastyClock(waits: number[] = []): Clock {
  return {
    now: () => systemClock.now(),
    sleep: (ms, signal) => {
      const wait = ms % 1000 === 0 && ms < 20_000 ? waits.push(ms) * 0 : ms;
      return systemClock.sleep(wait, signal);
    },
  };
}

test('an answer is recorded with what was sent and the facts of the connection', async () => {
  const { exchange, recorded, connections } = await call(1);
  assert.equal(exchange.id, 'x-000001');
  assert.equal(exchange.scenario, 'a');
  assert.equal(exchange.request.path, '/cards/1');
  assert.match(exchange.request.headers['traceparent'] ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  assert.equal(exchange.request.headers['user-agent'], 'axys-certify/9.9.9');
  assert.deepEqual(exchange.response?.body, { kind: 'json', value: { key: testApiKey }, duplicateKeys: [] });
  const [connection] = connections;
  assert.deepEqual(exchange.connection, { id: connection?.id, remoteAddress: '127.0.0.1' });
  assert.deepEqual(recorded, [exchange]);
});

test('identities vary the key', async () => {
  assert.equal((await call(1, {}, 'no-key')).exchange.request.headers['x-api-key'], undefined);
  const wrong = (await call(1, {}, 'wrong-key')).exchange.request.headers['x-api-key'];
  assert.ok(wrong !== undefined && wrong !== testApiKey);
});

test('the next certificate works; without one the identity is a configuration error', async () => {
  const { client } = testClient(testTarget(pki, server.baseUrl));
  const exchange = await client.call(
    'getCard',
    { path: { cardId: 1 } },
    { scenario: null, identity: 'next-certificate' },
  );
  assert.equal(exchange.response?.status, 200);
  await client.close();
  const { client: poor } = testClient(testTarget(pki, server.baseUrl, { nextCertificate: null }));
  const asked = poor.call('getCard', { path: { cardId: 1 } }, { scenario: null, identity: 'next-certificate' });
  await assert.rejects(asked, (error) => error instanceof CodedError && error.code === 'CLI-105' && error.exit === 78);
  await poor.close();
});

test('a connection that breaks under the request is a reset, tried five times as exchanges of their own', async () => {
  const { exchange, recorded } = await call(2);
  assert.equal(exchange.failure?.class, 'reset');
  assert.deepEqual(
    recorded.map(({ id, attempt }) => `${id} ${attempt}`),
    [...['x-000001 1', 'x-000002 2', 'x-000003 3', 'x-000004 4', 'x-000005 5']],
  );
  const traces = new Set(recorded.map(({ request }) => request.headers['traceparent']?.slice(0, 35)));
  assert.equal(traces.size, 1);
});

test('an answer that is no HTTP is a protocol failure', async () => {
  assert.equal((await call(3)).exchange.failure?.class, 'protocol');
});

test('redirects are answers', async () => {
  const { exchange, recorded } = await call(5);
  assert.equal(exchange.response?.status, 302);
  assert.equal(recorded.length, 1);
});

test('a rate limit is waited out as the server asks', async () => {
  const waits: number[] = [];
  const { client, recorded } = testClient(testTarget(pki, server.baseUrl), { clock: hastyClock(waits) });
  const exchange = await client.call('getCard', { path: { cardId: 6 } }, noScenario);
  await client.close();
  assert.equal(exchange.response?.status, 200);
  assert.deepEqual(
    recorded.map(({ response }) => response?.status),
    [429, 429, 200],
  );
  assert.deepEqual(
    waits.filter((ms) => ms === 2000),
    [2000, 2000],
  );
});

test('a write is sent once whatever comes back', async () => {
  const { client, recorded } = testClient(testTarget(pki, server.baseUrl));
  await client.call('createWallet', { body: { name: 'w' } }, noScenario);
  await client.close();
  assert.equal(recorded.length, 1);
  assert.equal(recorded[0]?.request.headers['content-type'], 'application/json');
});

test('silence is a timeout, a cancellation is a cancellation', async () => {
  const { client } = testClient(testTarget(pki, server.baseUrl), { timeoutMs: 1 });
  const silent = await client.call('getCard', { path: { cardId: 4 } }, noScenario);
  assert.equal(silent.failure?.class, 'timeout');
  const signal = AbortSignal.abort(new Error('stop'));
  const cancelled = await client.call('getCard', { path: { cardId: 4 } }, { scenario: null, signal });
  assert.equal(cancelled.failure?.class, 'cancelled');
  await client.close();
});

test('nobody listening is refused', async () => {
  const closed = await startLocalServer(pki, () => undefined);
  await closed.close();
  assert.equal((await call(1, { baseUrl: closed.baseUrl })).exchange.failure?.class, 'refused');
});

test('our own mistakes are thrown: an unknown operation, a closed client', async () => {
  const { client } = testClient(testTarget(pki, server.baseUrl));
  const coded = (code: string) => (error: unknown) => error instanceof CodedError && error.code === code;
  await assert.rejects(client.call('nothing', {}, noScenario), coded('CLI-101'));
  await client.close();
  await assert.rejects(client.call('listCards', {}, noScenario), coded('CLI-106'));
});
