import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeValue } from './describe-value.js';

test('plain values are shown, long ones shortened, structures counted', () => {
  const table = [
    [undefined, 'nothing'],
    [null, 'null'],
    [true, 'true'],
    [12.5, '12.5'],
    ['a"b', '"a\\"b"'],
    ['x'.repeat(61), `"${'x'.repeat(60)}…" (61 characters)`],
    [[1, 2], 'an array of 2 items'],
    [{ a: 1 }, 'an object with 1 members'],
  ] as const;
  for (const [value, text] of table) assert.equal(describeValue(value, true), text);
});

test('hidden values and card numbers are described by type and length', () => {
  assert.equal(describeValue('1234', false), 'a string of 4 characters');
  assert.equal(describeValue(1234, false), 'a number of 4 digits');
  assert.equal(describeValue(true, false), 'a boolean');
  assert.equal(describeValue('card 4111111111111111', true), 'a string of 21 characters');
  assert.equal(describeValue(4111111111111111, true), 'a number of 16 digits');
});
