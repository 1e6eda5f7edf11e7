import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenBy } from './broken.js';
import { conditionHolds } from './condition.js';
import { keywordReadings } from './keyword-readings.js';
import { statementsAt } from './statement.js';

const document = {
  Long: { type: 'string', minLength: 3, 'x-provenance': 'documented', 'x-source': 'docs/long' },
  Member: { $ref: '#/Long', 'x-provenance': 'inferred', 'x-source': 'docs/member' },
  Word: { type: 'string', enum: ['a'], 'x-provenance': 'documented' },
  Closed: { type: 'string', enum: ['a'], 'x-provenance': 'documented', 'x-rules': { enum: { closed: true } } },
  Example: { type: 'string', const: 'a', 'x-provenance': 'example' },
  Asked: { type: 'integer', 'x-provenance': 'documented', 'x-questions': ['C-01'] },
  Chosen: { if: { const: 'a' }, then: { type: 'integer' }, else: { type: 'boolean' }, 'x-provenance': 'documented' },
  Either: { oneOf: [{ type: 'string' }] },
};

const classes = (name: keyof typeof document, value: string | number | null) =>
  brokenBy(statementsAt(document, `/${name}`, value), value).map(({ keyword, expected }) => `${keyword} ${expected}`);

test('what a value breaks has the class of its statement, no better than the reference to it', () => {
  assert.deepEqual(classes('Long', 'ab'), ['minLength fail']);
  assert.deepEqual(classes('Member', 'ab'), ['minLength review']);
  assert.deepEqual(classes('Long', 'abc'), []);
  assert.deepEqual(classes('Asked', 'abc'), ['type review']);
});

test('an example proves its type and not its value, a new word is an addition unless the enumeration is closed', () => {
  assert.deepEqual(classes('Example', 'b'), ['const review']);
  assert.deepEqual(classes('Example', 5), ['type fail', 'const review']);
  assert.deepEqual(classes('Word', 'b'), ['enum advisory']);
  assert.deepEqual(classes('Closed', 'b'), ['enum fail']);
  assert.deepEqual(classes('Word', null), ['type fail', 'enum fail']);
});

test('the branch that applies speaks, the other does not', () => {
  assert.deepEqual(classes('Chosen', 'a'), ['type fail']);
  assert.deepEqual(brokenBy(statementsAt(document, '/Chosen', true), true), []);
});

test('what cannot be read is an error and never passed over', () => {
  assert.throws(() => statementsAt(document, '/Either', 'a'), /cannot read oneOf/);
  assert.throws(() => statementsAt(document, '/Nowhere', 'a'), /no schema/);
  assert.throws(() => keywordReadings('multipleOf'), /cannot read the keyword multipleOf/);
  assert.throws(() => conditionHolds({ minimum: 5 }, 7), /cannot read minimum/);
  assert.throws(() => keywordReadings('format')?.('duration', 'P1D'), /cannot read the format duration/);
});
