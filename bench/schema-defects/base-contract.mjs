// One operation with a place for each kind of defect, and an answer that breaks nothing. OpenAPI 3.0, which every contestant
// reads, and no references, which not all of them resolve by themselves.

/** A fresh copy of the contract. */
export function baseContract() {
  return contractOf({
    200: {
      description: 'The card.',
      headers: {
        'X-Request-Id': { required: true, schema: { type: 'string', format: 'uuid' } },
        'X-Remaining': { required: true, schema: { type: 'integer' } },
      },
      content: { 'application/json': { schema: cardSchema() } },
    },
    404: {
      description: 'No such card.',
      content: { 'application/json': { schema: { type: 'object', properties: { code: { type: 'string' } } } } },
    },
  });
}

/** The document around the answers of its one operation. */
export function contractOf(responses) {
  const parameters = [{ name: 'cardId', in: 'path', required: true, schema: { type: 'integer' } }];
  return {
    openapi: '3.0.3',
    info: { title: 'Cards', version: '1.0.0' },
    paths: { '/cards/{cardId}': { get: { operationId: 'readCard', parameters, responses } } },
  };
}

function cardSchema() {
  return {
    type: 'object',
    // The one that is last in this list is the one that some validators forget beside write-only members.
    required: ['cardId', 'state', 'createdAt', 'holder', 'limit', 'alias'],
    properties: {
      cardId: { type: 'integer', minimum: 1 },
      alias: { type: 'string', pattern: '^[a-z-]+$' },
      state: { type: 'string', enum: ['active', 'held'] },
      limit: { type: 'integer', minimum: 0 },
      createdAt: { type: 'string', format: 'date-time' },
      cardNumber: { type: 'string', writeOnly: true },
      holder: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' } },
      },
      funding: {
        oneOf: [
          { type: 'object', required: ['wallet'], properties: { wallet: { type: 'integer' } } },
          { type: 'object', required: ['account'], properties: { account: { type: 'string' } } },
        ],
      },
    },
  };
}

/** A fresh copy of the answer that breaks nothing. */
export function goodAnswer() {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-request-id': '7f9c24e8-3b1a-4e0f-9d55-0242ac120002',
      'x-remaining': '41',
    },
    json: {
      cardId: 7,
      alias: 'travel-card',
      state: 'active',
      limit: 1000,
      createdAt: '2026-11-21T10:00:00Z',
      holder: { name: 'A. Person' },
      funding: { wallet: 3 },
    },
  };
}
