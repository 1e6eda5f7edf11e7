import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemRandomBytes } from '../../config/random-bytes.js';
import { systemClock } from '../../config/system-clock.js';
import { makeTestPki, startLocalServer, type LocalServer, type TestPki } from '../../client/test-kit/local-server.js';
import { contract, testTarget } from '../../client/test-kit/test-client.js';
import { listCardholdersOnce } from './list-once.js';

const parts = { clock: systemClock, randomBytes: systemRandomBytes };

describe('listCardholdersOnce', () => {
  let pki: TestPki;
  let server: LocalServer;
  before(async () => {
    pki = await makeTestPki(systemClock.now());
    server = await startLocalServer(pki, (_request, response) => {
      response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('busy');
    });
  });
  after(() => server.close());

  it('takes the first answer, where a run would repeat the call', async () => {
    const target = testTarget(pki, server.baseUrl);
    const exchange = await listCardholdersOnce(target, contract, parts, new AbortController().signal);
    assert.equal(exchange.response?.status, 503);
    assert.deepEqual(server.received, ['GET /v2/cardholders']);
  });

  it('sends nothing once it is interrupted', async () => {
    const before = server.received.length;
    const stop = new AbortController();
    stop.abort(new Error('stop'));
    const exchange = await listCardholdersOnce(testTarget(pki, server.baseUrl), contract, parts, stop.signal);
    assert.equal(exchange.failure?.class, 'cancelled');
    assert.equal(server.received.length, before);
  });
});
