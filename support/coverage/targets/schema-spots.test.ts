import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidTargets } from './answer-targets.js';
import { schemaSpots } from './schema-spots.js';
import { isNullable, listedValues } from './schema-words.js';

const document = {
  components: {
    schemas: {
      Card: {
        allOf: [
          { $ref: '#/components/schemas/Base' },
          { properties: { tags: { type: 'array', items: { enum: ['a', 'b'] } } } },
        ],
        properties: { secret: { type: 'string', writeOnly: true } },
        if: { required: ['alias'] },
        then: { required: ['alias'], properties: { alias: { type: ['string', 'null'] } } },
      },
      Base: { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, open: { type: 'boolean' } } },
      Tree: { properties: { child: { $ref: '#/components/schemas/Tree' } } },
      Either: { oneOf: [{ type: 'null' }, { properties: { kind: { const: 'x' } }, required: ['kind'] }] },
    },
  },
};
const at = (name: string): string => `/components/schemas/${name}`;
const ids = (name: string): readonly string[] => saidTargets(document, at(name), 'o', '').map(({ id }) => id);

test('members come from references, combinations and branches; write-only ones are never said', () => {
  const expected = [
    ...['member-present:o:/alias', 'member-absent:o:/alias', 'member-null:o:/alias'],
    'member-present:o:/id',
    ...['member-present:o:/open', 'member-absent:o:/open', 'enum-value:o:/open=true', 'enum-value:o:/open=false'],
    ...['member-present:o:/tags', 'member-absent:o:/tags', 'enum-value:o:/tags/*="a"', 'enum-value:o:/tags/*="b"'],
  ];
  assert.deepEqual(ids('Card').toSorted(), expected.toSorted());
});

test('what only a branch requires can be left out', () => {
  assert.ok(ids('Either').includes('member-absent:o:/kind'));
  assert.ok(ids('Either').includes('member-null:o:'));
});

test('a schema that holds itself ends', () => {
  const places = schemaSpots(document, at('Tree')).map(({ place }) => place);
  assert.deepEqual(places, ['', '/child', '/child/child']);
});

test('a listed value knows where it is listed', () => {
  const kind = schemaSpots(document, at('Either')).find(({ name }) => name === 'kind');
  assert.ok(kind !== undefined && !isNullable(kind));
  assert.deepEqual(listedValues(kind), [
    { value: 'x', pointer: '/components/schemas/Either/oneOf/1/properties/kind/const' },
  ]);
});
