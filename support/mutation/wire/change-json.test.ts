import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valueAt } from '../../json/json-pointer.js';
import type { Json } from '../../trace/exchange.js';
import { changeJson, changingBody } from './change-json.js';

const body: Json = { id: 7, list: [{ a: 1 }, { 'a/b': 2 }], empty: null };

test('a value is replaced, added or removed at its place and nowhere else', () => {
  assert.deepEqual(
    changeJson(body, '/list/1/a~1b', () => 3),
    { ...body, list: [{ a: 1 }, { 'a/b': 3 }] },
  );
  assert.deepEqual(
    changeJson(body, '/list/0/new', () => true),
    { ...body, list: [{ a: 1, new: true }, { 'a/b': 2 }] },
  );
  assert.deepEqual(
    changeJson(body, '/id', () => undefined),
    { list: body['list'], empty: null },
  );
});

test('a value in which the pointer leads nowhere comes back itself', () => {
  for (const pointer of ['/list/2/a', '/id/x', '/none/a']) {
    assert.equal(
      changeJson(body, pointer, () => 1),
      body,
    );
  }
});

test('what is given is never changed, and the change stands at its pointer', () => {
  const pointers = fc.constantFrom('/id', '/list/0/a', '/list/1', '/empty', '/new');
  fc.assert(
    fc.property(pointers, fc.jsonValue(), (pointer, value) => {
      const before = structuredClone(body);
      assert.deepEqual(
        valueAt(
          changeJson(body, pointer, () => value as Json),
          pointer,
        ),
        value,
      );
      assert.deepEqual(body, before);
    }),
  );
});

test('an answer without a JSON body is no place for a change', () => {
  const response = { status: 200, headers: {}, body: { kind: 'none' } } as const;
  assert.equal(changingBody('/id', () => 1)(response), response);
});
