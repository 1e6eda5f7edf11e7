import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unitsOf } from './amount-form.js';
import {
  fees,
  fee,
  issued,
  purchase,
  reconciled,
  spend,
  transactions,
  type MoneyCall,
} from './testing/money-traffic.js';

function pinned(...calls: readonly MoneyCall[]) {
  return reconciled([issued, ...calls]).reconciliation.amountForm;
}

describe('the form of amount texts', () => {
  it('is pinned as literal by a known amount with a decimal point, with the exchanges that prove it', () => {
    assert.deepEqual(pinned(spend(1234), transactions(purchase('12.34'))), {
      ...{ form: 'literal', proof: 'known-amount', exchangeIds: ['x-000002', 'x-000003'], text: '12.34', amount: 1234 },
    });
  });

  it('is pinned as decimal-implied by a known amount in smallest units', () => {
    assert.equal(pinned(spend(1234), transactions(purchase('1234'))).form, 'decimal-implied');
  });

  it('is literal where a known amount of whole units comes without a decimal point', () => {
    assert.equal(pinned(spend(1200), transactions(purchase('12'))).form, 'literal');
  });

  it('is not pinned by a text that two known amounts explain in two forms', () => {
    const { form } = pinned(spend(300), spend(30000), transactions(purchase('300')));
    assert.equal(form, null);
  });

  it('is literal by a decimal point alone, and that is said', () => {
    const { form, proof } = pinned(fees(fee('0.30')));
    assert.deepEqual([form, proof], ['literal', 'decimal-point']);
  });

  it('stays open where nothing proves it', () => {
    const { form, proof, exchangeIds } = pinned(fees(fee('30')));
    assert.deepEqual([form, proof, exchangeIds], [null, null, []]);
  });
});

describe('an amount of a record', () => {
  const cases: readonly (readonly [string | number, Parameters<typeof unitsOf>[1], number | null])[] = [
    [1234, null, 1234],
    [-1234, null, 1234],
    [12.5, null, null],
    ['12.34', 'literal', 1234],
    ['-12.34', 'literal', 1234],
    ['12', 'literal', 1200],
    ['1234', 'decimal-implied', 1234],
    ['12.34', 'decimal-implied', null],
    ['12.34', null, null],
    ['1.234', 'literal', null],
    ['', 'literal', null],
  ];
  for (const [amount, form, expected] of cases) {
    it(`${JSON.stringify(amount)} reads as ${String(expected)} while the form is ${String(form)}`, () => {
      assert.equal(unitsOf({ amount }, form), expected);
    });
  }
});
