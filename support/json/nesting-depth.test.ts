import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maskExchange } from '../trace/mask/mask-exchange.js';
import { createSecrets } from '../trace/mask/secrets.js';
import { jsonShape, nestingDepth } from './nesting-depth.js';
import { callOf } from '../trace/test-kit/exchange-of.js';

const cases: readonly (readonly [string, number])[] = [
  ['1', 0],
  ['{}', 1],
  ['[{"a":[1]},{}]', 3],
  ['{"[[[":"{{{\\"["}', 1],
];

for (const [text, depth] of cases) {
  test(`nesting of ${text}`, () => {
    assert.equal(nestingDepth(text), depth);
  });
}

test('the names of a text are as many as the members of its value, unless one is written twice', () => {
  const members = (value: unknown): number =>
    typeof value !== 'object' || value === null
      ? 0
      : (Array.isArray(value) ? 0 : Object.keys(value).length) +
        Object.values(value).reduce((sum: number, inner) => sum + members(inner), 0);
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      assert.equal(jsonShape(JSON.stringify(value, null, indent)).names, members(value));
    }),
  );
  assert.equal(jsonShape('{"a" \n :1, "a"\t:2}').names, 2);
  assert.equal(jsonShape('{"a":"b\\":","c\\\\":"{\\"a\\":1}"}').names, 2);
});

test('a text that holds absurdly nested JSON is masked as text', () => {
  const deep = `${'['.repeat(100_000)}4111111111111111${']'.repeat(100_000)}`;
  const { exchange } = maskExchange(
    callOf('getCard', 'GET', '/cards/1', { answered: { deep } }),
    createSecrets({ key: new Uint8Array(32) }),
  );
  assert.equal(JSON.stringify(exchange).includes('4111111111111111'), false);
});
