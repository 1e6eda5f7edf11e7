import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterValue } from './parameter-value.js';

const read = (text: string, ...types: readonly string[]) => parameterValue(text, { types, itemTypes: ['integer'] });

test('text is read as what the schema speaks of', () => {
  assert.equal(read('50', 'integer'), 50);
  assert.equal(read('-1.5', 'number'), -1.5);
  assert.equal(read('true', 'integer', 'boolean'), true);
  assert.equal(read('50', 'string'), '50');
  assert.deepEqual(read('1,2', 'array'), [1, 2]);
});

test('text that fits no other type stays text', () => {
  for (const text of ['', ' 1', '1e3', '0x10', '01', '+1', 'NaN', '9007199254740993']) {
    assert.equal(read(text, 'integer'), text);
  }
  assert.equal(read('TRUE', 'boolean'), 'TRUE');
});
