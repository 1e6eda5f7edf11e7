import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { systemClock } from '../config/system-clock.js';
import type { Contract } from '../contract/contract.js';
import { CodedError } from '../messages/coded-error.js';
import type { CallInput } from './client.js';
import { createClient } from './create-client.js';
import { createClientIds } from './client-ids.js';
import { impossibleResult } from './impossible-result.js';
import { productionRules } from './production-rules.js';
import { makeTestPki, startLocalServer } from './test-kit/local-server.js';
import { contract, testTarget } from './test-kit/test-client.js';
import type { Exchange } from '../trace/exchange.js';

const pki = await makeTestPki(systemClock.now());
const people = { status: 'success', items: [{ lastName: 'Real' }], total: 1 };
const server = await startLocalServer(pki, (request, response) => {
  const listed = request.method === 'GET';
  const body = listed ? people : { status: 'error' };
  response.writeHead(listed ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
after(() => server.close());

const options = { scenario: null };
const refused = (error: unknown) => error instanceof CodedError && error.exit === 77;

function productionClient(judgedBy: Contract) {
  const recorded: Exchange[] = [];
  const client = createClient({
    ...{ target: testTarget(pki, server.baseUrl, { environment: 'production' }), contract: judgedBy },
    ...{ productionRules, version: '9.9.9', clock: systemClock },
    ids: createClientIds((count) => new Uint8Array(count)),
    sink: (exchange) => {
      recorded.push(exchange);
      return Promise.resolve(exchange);
    },
  });
  return { client, recorded };
}

/** Our contract with the operations of two paths exchanged, as an overlay could do. */
function swapped(one: string, other: string): Contract {
  const [first, second] = [contract.operations.get(one), contract.operations.get(other)];
  assert.ok(first !== undefined && second !== undefined);
  const moved = [
    [one, { ...second, operationId: one }],
    [other, { ...first, operationId: other }],
  ] as const;
  return { ...contract, operations: new Map([...contract.operations, ...moved]) };
}

test('the two documented calls leave, and the people of the list stay out of the record', async () => {
  const { client, recorded } = productionClient(contract);
  await client.call('listCardholders', {}, options);
  await client.call('simulateKycResult', { body: impossibleResult }, options);
  await client.close();
  assert.deepEqual(server.received, ['GET /v2/cardholders', 'POST /v2/staging/kyc/validate']);
  assert.equal(JSON.stringify(recorded).includes('Real'), false);
  assert.equal(recorded[0]?.withheld?.count, 1);
});

const before = 2;
const pathOf = (path: string) =>
  Object.fromEntries([...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => [name, 1] as const));

test('every other operation, each with the bodies the profile allows, is refused before it is sent', async () => {
  const { client } = productionClient(contract);
  for (const { operationId, path } of contract.operations.values()) {
    const inputs: readonly CallInput[] = [{}, { body: {} }, { body: impossibleResult }, { query: { limit: 1 } }];
    for (const input of inputs) {
      if (operationId === 'listCardholders' && Object.keys(input).length === 0) continue;
      if (operationId === 'simulateKycResult' && input.body === impossibleResult) continue;
      await assert.rejects(client.call(operationId, { path: pathOf(path), ...input }, options), refused, operationId);
    }
  }
  await client.close();
  assert.equal(server.received.length, before);
});

test('probes, queries and other identities are refused, whatever path they take', async () => {
  const { client } = productionClient(contract);
  await assert.rejects(client.probe('GET', '/cardholders', undefined, options), refused);
  await assert.rejects(client.probe('POST', '/staging/kyc/validate', impossibleResult, options), refused);
  for (const identity of ['no-key', 'wrong-key', 'no-certificate', 'next-certificate'] as const) {
    await assert.rejects(client.call('listCardholders', {}, { ...options, identity }), refused, identity);
  }
  await client.close();
  assert.equal(server.received.length, before);
});

test('a contract that renames paths cannot send another call under an allowed name', async () => {
  const guard = productionClient(swapped('simulateKycResult', 'createCardholder')).client;
  await assert.rejects(guard.call('simulateKycResult', { body: impossibleResult }, options), refused);
  await assert.rejects(guard.call('createCardholder', { body: impossibleResult }, options), refused);
  await guard.close();
  const list = productionClient(swapped('listCardholders', 'createCardholder')).client;
  await assert.rejects(list.call('listCardholders', {}, options), refused);
  await assert.rejects(list.call('createCardholder', {}, options), refused);
  await list.close();
  assert.equal(server.received.length, before);
});
