import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBody } from '../../../client/read-body.js';
import type { Json } from '../../../trace/exchange.js';
import { bodyText } from './body-text.js';

const read = (text: string) => readBody(Buffer.from(text), { 'content-type': 'application/json' });

test('a JSON body is read back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
      const value = JSON.parse(JSON.stringify(json)) as Json;
      assert.deepEqual(read(bodyText({ kind: 'json', value, duplicateKeys: [] })), {
        kind: 'json',
        value,
        duplicateKeys: [],
      });
    }),
  );
});

test('a member that is to come twice does, at its place', () => {
  const body = {
    kind: 'json',
    value: { a: 1, list: [{ a: 2 }, { 'a/b': 3 }] },
    duplicateKeys: ['/list/1/a~1b'],
  } as const;
  assert.equal(bodyText(body), '{"a":1,"list":[{"a":2},{"a/b":3,"a/b":3}]}');
  assert.deepEqual(read(bodyText(body)), body);
});

test('text goes as it is, and no body is no text', () => {
  assert.equal(bodyText({ kind: 'text', text: '{"a":', problem: 'cut' }), '{"a":');
  assert.equal(bodyText({ kind: 'none' }), '');
});
