import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MergeProblem, mergeJson } from './merge-json.js';

test('objects merge, arrays are concatenated, plain values replaced', () => {
  const target = { a: { b: 1, c: [1] }, d: 'x' };
  assert.deepEqual(mergeJson(target, { a: { b: 2, c: [2] }, e: null }), { a: { b: 2, c: [1, 2] }, d: 'x', e: null });
  assert.deepEqual(target, { a: { b: 1, c: [1] }, d: 'x' });
});

test('values of another form are refused with the place', () => {
  assert.throws(
    () => mergeJson({ a: { b: 1 } }, { a: { b: [1] } }),
    (error) => error instanceof MergeProblem && error.pointer === '/a/b',
  );
});

test('merging nothing changes nothing, and a dangerous name is a member like any other', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (target) =>
      assert.deepEqual(mergeJson(target, {}), { ...target }),
    ),
  );
  const merged = mergeJson({}, JSON.parse('{"__proto__":{"polluted":true}}')) as object;
  assert.equal(Object.hasOwn(merged, '__proto__'), true);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});
