import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callOf } from '../trace/test-kit/exchange-of.js';
import type { Client } from './client.js';
import { typedCall, type InputOf } from './typed-call.js';

const calls: unknown[] = [];
const client: Client = {
  call: (operationId, input) => {
    calls.push([operationId, input]);
    return Promise.resolve(callOf(operationId, 'PUT', '/cards/1/status'));
  },
  probe: () => Promise.reject(new Error('not used')),
  close: () => Promise.resolve(),
};

test('a typed call reaches the client as it is', async () => {
  const call = typedCall(client);
  await call('setCardStatus', { path: { cardId: 1 }, body: { newStatus: 2 } }, { scenario: null });
  assert.deepEqual(calls, [['setCardStatus', { path: { cardId: 1 }, body: { newStatus: 2 } }]]);
});

test('the compiler refuses what the contract does not know', () => {
  const inputs = [
    // @ts-expect-error the path parameter is missing
    { body: { newStatus: 2 } } satisfies InputOf<'setCardStatus'>,
    // @ts-expect-error the body is missing
    { path: { cardId: 1 } } satisfies InputOf<'setCardStatus'>,
    // @ts-expect-error a read has no body
    { path: { cardId: 1 }, body: {} } satisfies InputOf<'getCard'>,
    // @ts-expect-error no such query parameter
    { query: { nothing: 1 } } satisfies InputOf<'listCards'>,
  ];
  assert.equal(inputs.length, 4);
});
