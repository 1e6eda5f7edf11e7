import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { shapeProblem } from '../config/evidence-schema.js';
import { systemClock } from '../config/system-clock.js';
import { makeTestPki, startLocalServer } from './test-kit/local-server.js';
import { testClient, testTarget } from './test-kit/test-client.js';

const pki = await makeTestPki(systemClock.now());

/** A line to a server that breaks its first connections off as soon as the handshake begins. */
async function brittleLine(to: URL, breaks: number) {
  let opened = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    opened += 1;
    if (opened <= breaks) {
      socket.once('data', () => socket.resetAndDestroy());
      return;
    }
    const onward = connect(Number(to.port), to.hostname).on('error', () => undefined);
    sockets.add(onward);
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/v2`),
    opened: () => opened,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Calls through a line that breaks this often, without really waiting. */
async function called(breaks: number, target: Parameters<typeof testTarget>[2] = {}) {
  const server = await startLocalServer(pki, (_request, response) => response.end('{}'));
  const line = await brittleLine(server.baseUrl, breaks);
  const waits: number[] = [];
  const clock = {
    now: () => systemClock.now(),
    sleep: (ms: number, signal?: AbortSignal) =>
      signal === undefined ? Promise.resolve(void waits.push(ms)) : systemClock.sleep(ms, signal),
  };
  const { client, recorded, connections } = testClient(testTarget(pki, line.baseUrl, target), { clock });
  const exchange = await client.call('createWallet', { body: { name: 'w' } }, { scenario: null });
  await client.close();
  await line.close();
  await server.close();
  return { exchange, recorded, connections, waits, opened: line.opened(), received: server.received };
}

test('a handshake that is reset is begun again for a call that creates something, which is sent once', async () => {
  const { exchange, recorded, waits, opened, received } = await called(2);
  assert.equal(exchange.response?.status, 200, exchange.failure?.detail);
  assert.deepEqual([received, recorded.length, opened], [['POST /v2/wallets'], 1, 3]);
  assert.deepEqual(waits, [250, 1000]);
});

test('a connection tells how many tries it took where it took more than one', async () => {
  for (const [breaks, tries] of [
    [0, undefined],
    [2, 3],
  ] as const) {
    const [connection] = (await called(breaks)).connections;
    assert.equal(connection?.tries, tries);
    assert.equal(shapeProblem('connection', connection), null);
  }
});

test('a handshake that is always reset is given up after four tries, and no request was sent', async () => {
  const { exchange, waits, opened, received } = await called(99);
  assert.equal(exchange.failure?.class, 'tls');
  assert.match(exchange.failure.detail, /no connection after 4 tries <- ECONNRESET/);
  assert.deepEqual([received, opened, waits], [[], 4, [250, 1000, 4000]]);
});

test('a refusal is final: by an alert of the server, or because we do not believe it', async () => {
  for (const target of [{ certificate: pki.foreign }, { serverCa: [] }]) {
    const { exchange, opened, waits, received } = await called(0, target);
    assert.equal(exchange.response, null);
    assert.deepEqual([opened, waits, received], [1, [], []]);
  }
});
