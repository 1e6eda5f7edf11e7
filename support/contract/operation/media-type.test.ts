import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentFor, essenceOf, mediaTypeOf } from './media-type.js';

test('parameters and case are left out of a key, as of a header', () => {
  for (const text of [
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    ' application/json ;v=1',
  ])
    assert.deepEqual([essenceOf(text), mediaTypeOf(text)], ['application/json', 'application/json'], text);
  assert.equal(essenceOf('application/*; q=1'), 'application/*');
  assert.equal(mediaTypeOf('json'), null);
});

test('the exact type is found before its range, and that before any', () => {
  const content = new Map([
    ['*/*', 'any'],
    ['text/*', 'range'],
    ['text/plain', 'exact'],
  ]);
  assert.deepEqual(
    ['text/plain', 'text/html', 'application/json'].map((type) => contentFor(content, type)),
    ['exact', 'range', 'any'],
  );
});
