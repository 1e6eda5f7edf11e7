import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../config/system-clock.js';
import { startConnectProxy } from './test-kit/connect-proxy.js';
import { makeTestPki, startLocalServer, type LocalServer, type TestPki } from './test-kit/local-server.js';
import { testApiKey, testClient, testTarget } from './test-kit/test-client.js';

/** Nothing listens there: whoever gets through went through the proxy. */
const unreachable = new URL('https://127.0.0.1:9/v2');
const credentials = `Basic ${Buffer.from('user:proxy-secret').toString('base64')}`;

describe('a target behind a proxy', () => {
  let pki: TestPki;
  let server: LocalServer;
  before(async () => {
    pki = await makeTestPki(systemClock.now());
    server = await startLocalServer(pki, (_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"status":"success"}');
    });
  });
  after(() => server.close());

  /** One call through a proxy of that behaviour. */
  async function callThrough(status: number, proxyAuthorization: string | null = null) {
    const proxy = await startConnectProxy(Number(server.baseUrl.port), status, proxyAuthorization);
    const target = testTarget(pki, unreachable, { proxy: proxy.proxy });
    const { client, connections } = testClient(target, status === 0 ? { timeoutMs: 200 } : {});
    const exchange = await client.call('createWallet', { body: { name: 'w' } }, { scenario: null });
    await client.close();
    await proxy.close();
    return { exchange, proxy, connections };
  }

  it('is reached through a tunnel that carries our TLS, client certificate included, end to end', async () => {
    const { exchange, proxy, connections } = await callThrough(200, credentials);
    assert.equal(exchange.failure, null, exchange.failure?.detail);
    assert.equal(exchange.response?.status, 200);
    assert.equal(exchange.connection?.remoteAddress, 'proxy 127.0.0.1', 'not to be taken for the target');
    const [{ route, addresses, tls, chain } = assert.fail('no connection')] = connections;
    assert.deepEqual([route, addresses, tls.version], ['proxy', [], 'TLSv1.3']);
    assert.equal(chain[0]?.subject, 'CN=server', "the certificate is the target's: TLS runs end to end");
    assert.deepEqual(server.received, ['POST /v2/wallets'], 'the server demands a certificate, so it saw ours');
    assert.deepEqual(proxy.asked, [{ authority: '127.0.0.1:9', authorization: credentials }]);
    assert.ok(!proxy.sent().includes(testApiKey) && !proxy.sent().includes('/v2/wallets'), 'the proxy reads nothing');
    assert.ok(!JSON.stringify(exchange).includes('proxy-secret') && !JSON.stringify(exchange).includes(credentials));
  });

  it('counts as refused when the proxy wants credentials, and says so without showing any', async () => {
    const { exchange, proxy } = await callThrough(407, credentials);
    assert.equal(exchange.failure?.class, 'refused');
    assert.match(exchange.failure.detail, /through the proxy.*answered CONNECT 127\.0\.0\.1:9 with 407/);
    assert.ok(!exchange.failure.detail.includes(credentials));
    assert.equal(proxy.asked.length, 1);
  });

  it('times out when the proxy never answers', async () => {
    assert.equal((await callThrough(0)).exchange.failure?.class, 'timeout');
  });

  it('counts as refused when no proxy listens', async () => {
    const { client } = testClient(
      testTarget(pki, unreachable, { proxy: { host: '127.0.0.1', port: 9, authorization: null } }),
    );
    const exchange = await client.call('createWallet', { body: { name: 'w' } }, { scenario: null });
    await client.close();
    assert.equal(exchange.failure?.class, 'refused');
    assert.match(exchange.failure.detail, /through the proxy/);
  });
});
