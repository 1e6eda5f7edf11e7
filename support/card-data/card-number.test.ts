import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCardNumbers, hasCardNumber, withoutCardNumbers } from './card-number.js';

function withCheckDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const weighted = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (weighted > 9 ? weighted - 9 : weighted);
    }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const digitsOf = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test('every number with an issuer prefix and a right check digit is found', () => {
  const prefixes = fc.constantFrom('4', '51', '2221', '6011', '62');
  fc.assert(
    fc.property(prefixes, digitsOf(14), fc.constantFrom('', ' ', '"', ':'), (prefix, rest, around) => {
      const number = withCheckDigit((prefix + rest).slice(0, 15));
      assert.deepEqual(findCardNumbers(around + number + around), [{ index: around.length, length: 16 }]);
    }),
  );
});

test('a wrong check digit is no card number', () => {
  fc.assert(
    fc.property(digitsOf(14), fc.integer({ min: 1, max: 9 }), (rest, shift) => {
      const number = withCheckDigit(`4${rest}`);
      const wrong = number.slice(0, -1) + String((Number(number.at(-1)) + shift) % 10);
      assert.equal(hasCardNumber(wrong), false);
    }),
  );
});

test('letters or digits beside it, another prefix, another length: no card number', () => {
  for (const text of ['x4111111111111111', '4111111111111111é', '41111111111111110', '1720000000000', '0'.repeat(16)]) {
    assert.equal(hasCardNumber(text), false, text);
  }
});

test('what is shown holds no long run of digits at all', () => {
  assert.equal(withoutCardNumbers('x4111111111111111 and 123'), 'x<16 digits> and 123');
});
