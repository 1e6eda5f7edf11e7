import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallDocument } from '../fixtures/small-contract.js';
import { beyondReach } from './beyond-reach.js';

test('operations of other methods and cookies are told, whatever is sent and judged is not', () => {
  const document = smallDocument();
  assert.deepEqual(beyondReach(document), []);
  const session = { name: 'session', in: 'cookie', required: true, schema: { type: 'string' } };
  const paths = {
    '/cards/{cardId}': {
      parameters: [session, { name: 'cardId', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { operationId: 'getCard', responses: {} },
      patch: { operationId: 'patchCard', responses: {} },
      head: { responses: {} },
    },
  };
  assert.deepEqual(beyondReach({ ...document, paths }), [
    'PATCH /cards/{cardId}',
    'HEAD /cards/{cardId}',
    'the cookie session (/paths/~1cards~1{cardId}/parameters/0)',
  ]);
});
