import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { smallDocument } from '../fixtures/small-contract.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { valueAt } from '../../json/json-pointer.js';
import { placesOf } from './places.js';

const document = smallDocument();
const places = placesOf(document);
const at = (pointer: string): JsonObject => valueAt(document, pointer) as JsonObject;

test('a marked object speaks for itself, an unmarked one inherits from the nearest around it', () => {
  assert.equal(places.standing(at('/components/schemas/Card/properties/alias')).source, 'docs/alias');
  const header = at('/paths/~1cards/get/parameters/0/schema');
  assert.deepEqual(places.standing(header), { provenance: 'documented', source: 'docs/list', questions: [] });
  assert.equal(places.standing(at('/components/schemas/Form')).provenance, 'assumed');
});

test('x-rules speaks for one keyword and for one required member', () => {
  const limit = at('/components/schemas/Card/properties/limit');
  assert.equal(places.ruleStanding(limit, 'minimum').provenance, 'inferred');
  assert.equal(places.ruleStanding(limit, 'type').provenance, 'documented');
  const card = at('/components/schemas/Card');
  assert.equal(places.requiredStanding(card, 'open')?.provenance, 'assumed');
  assert.equal(places.requiredStanding(card, 'alias'), null);
});

test('an object knows its pointer', () => {
  assert.equal(
    places.pointer(at('/components/schemas/Card/properties/kind')),
    '/components/schemas/Card/properties/kind',
  );
  assert.equal(places.pointer({}), '');
});

test('an unknown word of provenance is refused', () => {
  assert.throws(
    () => placesOf({ components: { schemas: { S: { 'x-provenance': 'certain' } } } }),
    (error) =>
      error instanceof CodedError && error.code === 'CON-112' && error.message.includes('/components/schemas/S'),
  );
});
