import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { amountTextForm, fromAmountText } from './amount-text.js';
import { fromDecimal, toDecimal } from './decimal-amount.js';
import { fromDecimalImplied } from './minor-units.js';

const units = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('money codecs', () => {
  it('reads back every decimal string it writes', () => {
    fc.assert(fc.property(units, (value) => fromDecimal(toDecimal(value)) === value));
  });

  it('reads both forms of an amount text as the same money', () => {
    fc.assert(fc.property(units, (value) => fromAmountText(toDecimal(value)) === fromAmountText(String(value))));
  });

  it('adds without loss where floating point would not', () => {
    assert.equal(fromDecimal('0.10') + fromDecimal('0.20'), fromDecimal('0.30'));
  });

  for (const text of ['', '10.', '.5', '1.234', '1,00', '1e3', ' 1.00', '10.00 ', '--1', 'NaN']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => fromDecimal(text), RangeError);
      assert.equal(amountTextForm(text), undefined);
    });
  }

  it('refuses fractions of a minor unit', () => {
    assert.throws(() => fromDecimalImplied(10.5), RangeError);
  });
});
