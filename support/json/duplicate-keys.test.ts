import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { duplicateKeys } from './duplicate-keys.js';

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['none', '{"a":1,"b":{"a":2}}', []],
  ['at the top', '{"a":1,"a":2}', ['/a']],
  ['three times is named twice', '{"a":1,"a":2,"a":3}', ['/a', '/a']],
  ['nested, with escapes in the name', '{"x":{"a/b~":1,"a\\u002fb~":2}}', ['/x/a~1b~0']],
  ['in an array', '[{"k":1},{"k":1,"k":[{"z":0}]},{"k":1}]', ['/1/k']],
  ['after a nested object closed', '{"a":{"b":1},"c":[1,[2]],"a":0}', ['/a']],
  ['a value that looks like a name', '{"a":"b\\":","b":"{\\"a\\":1}"}', []],
  ['spaces before the colon', '{"a" \n :1, "a"\t:2}', ['/a']],
];

for (const [title, text, expected] of cases) {
  test(`duplicate member names: ${title}`, () => {
    JSON.parse(text);
    assert.deepEqual(duplicateKeys(text), expected);
  });
}

test('what JSON.stringify writes never has a duplicate', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      assert.deepEqual(duplicateKeys(text), []);
    }),
  );
});
