import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from './parse-json.js';

test('what JSON.stringify writes is read back', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
      const value: unknown = JSON.parse(text);
      assert.deepEqual(parseJson(JSON.stringify(value, null, indent)), value);
    }),
  );
});

test('a text that was damaged in one place is read as JSON.parse reads it, or refused without a quotation', () => {
  const damage = fc.constantFrom(
    '',
    ',',
    '"',
    '}',
    ']',
    '{',
    '\\',
    '//',
    '\n',
    '\0',
    "'",
    'axk_secret',
    '1.',
    '+',
    '\u00a0',
  );
  fc.assert(
    fc.property(fc.json(), fc.nat(), damage, (text, at, sign) => {
      const place = at % (text.length + 1);
      const damaged = text.slice(0, place) + sign + text.slice(place + 1);
      let read: unknown;
      try {
        read = parseJson(damaged);
      } catch (error) {
        assert.match(String(error), /^Error: (?:it is empty|its content is not JSON.*)$/);
        assert.doesNotMatch(String(error), /axk/);
        return;
      }
      assert.deepEqual(read, JSON.parse(damaged));
    }),
    { numRuns: 500 },
  );
});

test('nothing is refused that JSON.parse takes, but a member that is there twice', () => {
  const odd = [
    '-0',
    '1E400',
    '1e-7',
    ' \t\r\n1',
    '"\\u0000\\/"',
    '{"":{"":[]}}',
    '"\u2028"',
    '{"__proto__":1}',
    '{"a":{"a":1},"b":{"a":1}}',
  ];
  for (const text of odd) assert.deepEqual(parseJson(text), JSON.parse(text));
  assert.throws(() => parseJson('{"a":[{"b":1,\n"b":1}]}'), /there already at line 2, column 1$/);
});
