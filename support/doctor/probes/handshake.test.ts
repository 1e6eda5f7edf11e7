import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { startConnectProxy } from '../../client/test-kit/connect-proxy.js';
import { makeTestPki, startLocalServer, type LocalServer, type TestPki } from '../../client/test-kit/local-server.js';
import { testTarget } from '../../client/test-kit/test-client.js';
import { systemClock } from '../../config/system-clock.js';
import type { Target } from '../../target/target.js';
import { handshakeRule } from '../handshake-rules.js';
import { shakeHands } from './handshake.js';

describe('shakeHands', () => {
  let pki: TestPki;
  let server: LocalServer;
  before(async () => {
    pki = await makeTestPki(systemClock.now());
    server = await startLocalServer(pki, (_request, response) => response.end());
  });
  after(() => server.close());

  const shake = (changes: Partial<Target> = {}, baseUrl = server.baseUrl) =>
    shakeHands(testTarget(pki, baseUrl, changes), systemClock);

  async function codeOf(changes: Partial<Target>, baseUrl = server.baseUrl): Promise<string> {
    const handshake = await shake(changes, baseUrl);
    return handshake.kind === 'failed' ? handshakeRule(handshake.failure).code : 'accepted';
  }

  it("tells version, chain and end of the server's certificate, and sends no request", async () => {
    const handshake = await shake();
    assert.ok(handshake.kind === 'accepted', JSON.stringify(handshake));
    const { tlsVersion, chain, validTo } = handshake.server;
    assert.deepEqual([tlsVersion, chain], ['TLSv1.3', ['server', 'Own']]);
    assert.ok(validTo > systemClock.now());
    assert.deepEqual(server.received, []);
  });

  it('finds the row that explains what real servers and proxies do', async () => {
    const plain = createServer((socket) =>
      socket
        .on('error', () => socket.destroy())
        .resume()
        .end('HTTP/1.1 400 Bad\r\n\r\n'),
    );
    await new Promise<void>((ready) => plain.listen(0, '127.0.0.1', ready));
    const plainUrl = new URL(`https://127.0.0.1:${(plain.address() as AddressInfo).port}/v2`);
    const [open, closed] = [
      await startConnectProxy(Number(server.baseUrl.port), 200),
      await startConnectProxy(Number(server.baseUrl.port), 407),
    ];
    try {
      assert.equal(await codeOf({}, plainUrl), 'DOC-214');
      assert.equal(await codeOf({ certificate: pki.foreign }), 'DOC-221');
      assert.equal(await codeOf({ certificate: { ...pki.good, privateKey: pki.next.privateKey } }), 'DOC-225');
      assert.equal(await codeOf({ serverCa: [] }), 'DOC-211');
      assert.equal(await codeOf({ proxy: open.proxy }), 'accepted');
      assert.equal(await codeOf({ proxy: closed.proxy }), 'DOC-204');
    } finally {
      await Promise.all([open.close(), closed.close(), new Promise((done) => plain.close(done))]);
    }
  });
});
