import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localPointer, pointerOf, segmentsOf, valueAt } from './json-pointer.js';

test('segments survive writing and reading', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (segments) => assert.deepEqual(segmentsOf(pointerOf(...segments)), segments)),
  );
});

test('a pointer leads to its value and to no inherited member', () => {
  const document = { 'a/b': [{ '~': 1 }] };
  assert.equal(valueAt(document, '/a~1b/0/~0'), 1);
  assert.equal(valueAt(document, ''), document);
  assert.equal(valueAt(document, '/toString'), undefined);
  assert.equal(valueAt(document, '/a~1b/1'), undefined);
});

test('only references inside the document are local', () => {
  assert.equal(localPointer('#/paths/~1cards~1%7Bid%7D'), '/paths/~1cards~1{id}');
  assert.equal(localPointer('#'), '');
  assert.equal(localPointer('other.yaml#/x'), null);
  assert.equal(localPointer('#/%'), null);
});
