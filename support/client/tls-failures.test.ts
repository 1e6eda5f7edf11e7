import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SecureVersion } from 'node:tls';
import { systemClock } from '../config/system-clock.js';
import { CodedError } from '../messages/coded-error.js';
import type { Target } from '../target/target.js';
import type { FailureClass } from '../trace/exchange.js';
import type { IdentityName } from './client.js';
import { makeTestPki, startLocalServer } from './test-kit/local-server.js';
import { testClient, testTarget } from './test-kit/test-client.js';

const pki = await makeTestPki(systemClock.now());

interface Rejected {
  readonly title: string;
  readonly target: Partial<Target>;
  readonly identity: IdentityName;
  readonly failure: FailureClass;
}

const rejected: readonly Rejected[] = [
  { title: 'no certificate', target: {}, identity: 'no-certificate', failure: 'tls' },
  { title: 'a certificate of an unknown issuer', target: {}, identity: 'unknown-issuer', failure: 'tls' },
  { title: 'an expired certificate', target: { certificate: pki.expired }, identity: 'program', failure: 'lapsed' },
  {
    title: "another authority's certificate",
    target: { certificate: pki.foreign },
    identity: 'program',
    failure: 'tls',
  },
  {
    title: 'a server certificate nobody vouches for',
    target: { serverCa: [] },
    identity: 'program',
    failure: 'untrusted',
  },
];

for (const version of ['TLSv1.3', 'TLSv1.2'] satisfies SecureVersion[]) {
  for (const { title, target, identity, failure } of rejected) {
    test(`${version}: ${title} is a failure of class ${failure}, and no request is sent`, async () => {
      const server = await startLocalServer(pki, (_request, response) => response.end(), version);
      const { client, recorded, connections } = testClient(testTarget(pki, server.baseUrl, target));
      const exchange = await client.call('getCard', { path: { cardId: 1 } }, { scenario: null, identity });
      await client.close();
      await server.close();
      assert.equal(exchange.failure?.class, failure, exchange.failure?.detail);
      assert.equal(exchange.response, null);
      // Only with TLS 1.3 is our side of the handshake over before the server looks at our certificate.
      const [shown] = connections;
      assert.equal(shown?.accepted, version === 'TLSv1.3' && target.serverCa === undefined ? false : undefined);
      assert.equal(exchange.connection?.id, shown?.id);
      assert.deepEqual(server.received, []);
      assert.equal(recorded.length, 1);
    });
  }

  test(`${version}: a certificate the server accepts gets through, and a crash afterwards is a reset`, async () => {
    const server = await startLocalServer(pki, (request) => request.socket.destroy(), version);
    const { client, connections } = testClient(testTarget(pki, server.baseUrl));
    const exchange = await client.call('createWallet', { body: { name: 'w' } }, { scenario: null });
    await client.close();
    await server.close();
    assert.equal(exchange.failure?.class, 'reset', exchange.failure?.detail);
    assert.deepEqual([connections[0]?.tls.version, connections[0]?.accepted], [version, true]);
    assert.deepEqual(server.received, ['POST /v2/wallets']);
  });
}

test('whoever does not believe the server says nothing of how it treats a client without a certificate', async () => {
  // With TLS 1.2 the server would have looked for our certificate before we look at its own.
  const server = await startLocalServer(pki, (_request, response) => response.end(), 'TLSv1.3');
  const { client } = testClient(testTarget(pki, server.baseUrl, { serverCa: [] }));
  const call = { scenario: null, identity: 'no-certificate' } as const;
  const { failure, judgement } = await client.call('getCard', { path: { cardId: 1 } }, call);
  await client.close();
  await server.close();
  assert.equal(failure?.class, 'untrusted', failure?.detail);
  assert.notEqual(judgement?.outcome, 'conforming');
});

test('certificate and key that do not belong together are a configuration error, not a failure of the target', async () => {
  const server = await startLocalServer(pki, (_request, response) => response.end());
  const mixed = { ...pki.good, privateKey: pki.next.privateKey };
  const { client } = testClient(testTarget(pki, server.baseUrl, { certificate: mixed }));
  await assert.rejects(
    client.call('getCard', { path: { cardId: 1 } }, { scenario: null }),
    (error) => error instanceof CodedError && error.code === 'CLI-107' && error.message.includes('key values mismatch'),
  );
  await client.close();
  await server.close();
});
