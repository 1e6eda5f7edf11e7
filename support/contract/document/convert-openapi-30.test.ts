import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toOpenApi31 } from './convert-openapi-30.js';
import type { JsonObject } from '../../json/json-pointer.js';

function converted(schema: JsonObject): unknown {
  const document = toOpenApi31({ openapi: '3.0.3', components: { schemas: { S: schema } } });
  assert.equal(document['openapi'], '3.1.0');
  return ((document['components'] as JsonObject)['schemas'] as JsonObject)['S'];
}

test('the words of 3.0 are said in 3.1', () => {
  const table: readonly (readonly [JsonObject, JsonObject])[] = [
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [{ type: 'string', nullable: false }, { type: 'string' }],
    [
      { type: 'integer', minimum: 1, exclusiveMinimum: true },
      { type: 'integer', exclusiveMinimum: 1 },
    ],
    [
      { type: 'integer', maximum: 9, exclusiveMaximum: false },
      { type: 'integer', maximum: 9 },
    ],
    [
      { type: 'string', example: 'x' },
      { type: 'string', examples: ['x'] },
    ],
    [
      { $ref: '#/a', nullable: true, description: 'd', 'x-source': 's' },
      { $ref: '#/a', 'x-source': 's' },
    ],
    [
      { type: 'object', properties: { nullable: { type: 'boolean', nullable: true } } },
      { type: 'object', properties: { nullable: { type: ['boolean', 'null'] } } },
    ],
  ];
  for (const [before, after] of table) assert.deepEqual(converted(before), after);
});

test('a 3.1 document and the input stay as they are', () => {
  const document = { openapi: '3.1.0', components: { schemas: { S: { type: 'string', nullable: true } } } };
  assert.equal(toOpenApi31(document), document);
  const old = { ...document, openapi: '3.0.0' };
  toOpenApi31(old);
  assert.deepEqual(old.components.schemas.S, { type: 'string', nullable: true });
});
