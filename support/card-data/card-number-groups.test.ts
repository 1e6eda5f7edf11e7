import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asciiDigits } from './ascii-digits.js';
import { findGroupedCardNumbers } from './card-number.js';
import { anyGroups, anyGroupsInBytes, doubtfulGroups, groupedBytes, groupedDigits } from './card-number-groups.js';

const separators = [
  ...[' ', '-', '.', '+', '/', '_', '\t', '\u00a0', '\u2007', '\u2009', '\u200b', '\u202f', '–', '—', '−'],
  ...['  ', ' - ', ' – ', '\u00a0\u00a0'],
];
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const groups = fc.constantFrom([4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 8], [6, 6, 4], [4, 8, 4], [4, 4, 4, 1]);
const written = groups.chain((lengths) =>
  fc.tuple(fc.tuple(...lengths.map(digits)), fc.constantFrom(...separators)).map(([parts, by]) => parts.join(by)),
);
const whole = (pattern: RegExp, text: string): boolean =>
  [...text.matchAll(pattern)].some(({ index, 0: match }) => index <= 1 && match.length === text.length - 2 * index);

test('what is found in a text is found in its bytes, whatever stands between the groups', () => {
  fc.assert(
    fc.property(written, (number) => {
      const bytes = Buffer.from(number).toString('latin1');
      assert.ok(whole(groupedDigits, number) && whole(doubtfulGroups, number), number);
      assert.ok(whole(groupedBytes, bytes), number);
      assert.ok([...number.matchAll(anyGroups)].length > 0 && [...bytes.matchAll(anyGroupsInBytes)].length > 0, number);
    }),
  );
});

test('letters and digits beside it make it part of something else', () => {
  for (const text of ['x4111 1111 1111 1111', '4111 1111 1111 1111é', '14111 1111 1111 1111'])
    assert.deepEqual(findGroupedCardNumbers(text), [], text);
});

test('groups need one separator, an issuer and a check digit', () => {
  for (const text of [
    '4111 1111-1111 1111',
    '9111 1111 1111 1111',
    '4111 1111 1111 1112',
    '4111    1111    1111    1111',
  ])
    assert.deepEqual(findGroupedCardNumbers(text, true), [], text);
});

test('digits of every script become ours, at their places', () => {
  assert.equal(asciiDigits('a٠١٩ ०९ ６7 ᠐᠙ ᥆᥏ x'), 'a019 09 67 09 09 x');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => asciiDigits(text).length === text.length));
});
