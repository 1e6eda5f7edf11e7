import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nestedJson } from './nested-json.js';

test('objects and lists in a text are read, other texts are not', () => {
  assert.deepEqual(nestedJson(' {"a":[1]}'), { a: [1] });
  assert.deepEqual(nestedJson('[]'), []);
  for (const text of ['', '12', 'null', '"{}"', '{"a":', 'see {"a":1}']) assert.equal(nestedJson(text), null, text);
});

test('what is nested too deeply to be walked is no JSON here', () => {
  assert.notEqual(nestedJson('['.repeat(100) + ']'.repeat(100)), null);
  assert.equal(nestedJson('['.repeat(101) + ']'.repeat(101)), null);
});
