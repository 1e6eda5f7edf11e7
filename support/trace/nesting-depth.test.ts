import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskExchange } from './mask/mask-exchange.js';
import { createSecrets } from './mask/secrets.js';
import { nestingDepth } from './nesting-depth.js';
import { callOf } from './test-kit/exchange-of.js';

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

test('a text that holds absurdly nested JSON is masked as text', () => {
  const deep = `${'['.repeat(100_000)}4111111111111111${']'.repeat(100_000)}`;
  const { exchange } = maskExchange(
    callOf('getCard', 'GET', '/cards/1', { answered: { deep } }),
    createSecrets({ key: new Uint8Array(32) }),
  );
  assert.equal(JSON.stringify(exchange).includes('4111111111111111'), false);
});
