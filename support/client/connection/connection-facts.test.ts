import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { systemClock } from '../../config/system-clock.js';
import { traceError } from '../../trace/trace-error.js';
import { makeTestPki, startLocalServer } from '../test-kit/local-server.js';
import { testClient, testTarget } from '../test-kit/test-client.js';

const pki = await makeTestPki(systemClock.now());

test('a connection says where it led, by which names and certificates, and nothing of a key', async () => {
  const server = await startLocalServer(pki, (_request, response) => response.end());
  const { client, connections, recorded } = testClient(testTarget(pki, server.baseUrl));
  const surroundings = { scenario: null };
  await client.call('getCard', { path: { cardId: 1 } }, surroundings);
  await client.call('getCard', { path: { cardId: 2 } }, surroundings);
  await client.call('getCard', { path: { cardId: 2 } }, { ...surroundings, identity: 'next-certificate' });
  await client.close();
  await server.close();
  const ids = connections.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'a connection is written down once');
  assert.deepEqual(
    recorded.map(({ connection }) => connections.find(({ id }) => id === connection?.id)?.identity),
    ['program', 'program', 'next-certificate'],
  );
  const [first, second] = [connections[0], connections.at(-1)];
  assert.ok(first !== undefined && second !== undefined);
  assert.deepEqual(
    [first.host, first.port, first.addresses, first.route, first.remoteAddress, first.sameMachine],
    ['127.0.0.1', Number(server.baseUrl.port), ['127.0.0.1'], 'direct', '127.0.0.1', true],
  );
  assert.deepEqual([first.tls.version, first.tls.protocol, first.tls.serverName], ['TLSv1.3', 'http/1.1', null]);
  assert.match(first.tls.cipher, /^TLS_/);
  assert.deepEqual(
    first.chain.map(({ subject, issuer }) => [subject, issuer]),
    [
      ['CN=server', 'CN=Own'],
      ['CN=Own', 'CN=Own'],
    ],
  );
  assert.equal(first.chain[1]?.sha256, new X509Certificate(pki.authority).fingerprint256);
  assert.equal(first.alternativeNames, 'IP Address:127.0.0.1');
  assert.equal(first.trust, 'configured');
  const certificates = [pki.good, pki.next].map(({ certificate }) => new X509Certificate(certificate).fingerprint256);
  assert.deepEqual(
    [first.clientCertificate?.sha256, second.clientCertificate?.sha256],
    certificates,
    'each identity shows its own certificate',
  );
  assert.ok(!JSON.stringify(connections).includes('PRIVATE'));
});

test('a connection that cannot be written down carries nothing, and is no failure of the target', async () => {
  const server = await startLocalServer(pki, (_request, response) => response.end());
  const { client } = testClient(testTarget(pki, server.baseUrl), {
    connections: () => Promise.reject(traceError('TRC-102', { file: 'f', reason: 'no space left' })),
  });
  await assert.rejects(client.call('getCard', { path: { cardId: 1 } }, { scenario: null }), /no space left/);
  await client.close();
  await server.close();
  assert.deepEqual(server.received, []);
});
