import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from '../contract-of.js';
import { smallDocument } from '../fixtures/small-contract.js';
import { operationPlaces } from './operation-index.js';
import { adoptOperations } from './adopt-operations.js';

const responses = { 200: { description: 'ok' } };
const given = {
  openapi: '3.1.0',
  info: { title: 'Official', version: '2.0' },
  paths: {
    '/v2/cards/{id}': { get: { operationId: 'cards_read', responses } },
    '/v2/cards': { get: { responses } },
    '/v2/ledgers': { get: { operationId: 'getCard', responses } },
    '/v2/notes': { get: { operationId: 'notes_list', responses } },
  },
};

test('operations are matched by method and path template and keep their own id as alias', () => {
  const contract = contractOf(adoptOperations(given, smallDocument()));
  assert.deepEqual(
    [...contract.operations.values()].map(({ operationId, alias, path, provenance }) => [
      operationId,
      alias,
      path,
      provenance,
    ]),
    [
      ['getCard', 'cards_read', '/cards/{id}', 'documented'],
      ['listCards', null, '/cards', 'documented'],
      ['GET /ledgers', 'getCard', '/ledgers', 'documented'],
      ['notes_list', null, '/notes', 'documented'],
    ],
  );
  assert.deepEqual(contract.match('GET', '/cards/7')?.pathParameters, { id: '7' });
});

test("calls of the platform's own come from our contract where the document has none, without its references", () => {
  const schema = { $ref: '#/components/schemas/Id', description: 'A card.' };
  const post = {
    operationId: 'receiveOtpCallback',
    requestBody: { content: { 'application/json': { schema } } },
    responses,
  };
  const own = { webhooks: { called: { post } }, components: { schemas: { Id: { type: 'integer' } } } };
  const text = JSON.stringify(adoptOperations(given, own)['webhooks']);
  assert.match(text, /"receiveOtpCallback".*"schema":\{"type":"integer","description":"A card."\}/);
  assert.doesNotMatch(text, /\$ref/);
});

test('a call of the platform without an id is named after ours of that name, else after method and name', () => {
  const own = { webhooks: { called: { post: { operationId: 'receiveOtpCallback', responses } } } };
  const webhooks = { called: { post: { responses } }, settled: { post: { responses } }, paid: { post: { operationId: 'paid', responses } } }; // prettier-ignore
  const adopted = adoptOperations({ ...given, webhooks }, own);
  const ids = operationPlaces(adopted, 'webhooks').map(({ value }) => value['operationId']);
  assert.deepEqual(ids, ['receiveOtpCallback', 'webhook POST settled', 'paid']);
  assert.equal(contractOf(adopted).operations.size, 4);
});
