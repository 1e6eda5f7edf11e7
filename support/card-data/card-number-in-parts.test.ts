import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../trace/exchange.js';
import { partsOfCardNumber } from './card-number-in-parts.js';

const pan = '4111111111111111';
const never: (digits: string) => boolean = () => false;
const partsOf = (value: Readonly<Record<string, Json>>, isKnown = never) => [...partsOfCardNumber(value, isKnown)];

test('parts that are named as such are found, neighbours are left alone', () => {
  assert.deepEqual(partsOf({ id: '77', first: pan.slice(0, 8), second: pan.slice(8), total: '5' }), [
    'first',
    'second',
  ]);
  assert.deepEqual(partsOf({ part1: '4111', part2: '1111', part3: '1111', part4: '1111' }).length, 4);
  assert.deepEqual(
    partsOf(Object.fromEntries(Array.from(pan).map((digit, at) => [String(at), Number(digit)]))).length,
    16,
  );
});

test('numbers of their own are no parts, whatever they look like together, unless the run knows the number', () => {
  const own = { authRefNum: '411111111111', mcc: '1111' };
  assert.deepEqual(partsOf(own), []);
  assert.deepEqual(
    partsOf(own, (digits) => digits === pan),
    ['authRefNum', 'mcc'],
  );
  assert.deepEqual(partsOf({ first: '41111111', note: 'x', second: '11111111' }), []);
  assert.deepEqual(partsOf({ first: '41111111', second: '11111112' }), [], 'the check digit is wrong');
});

test('a number split anywhere into parts is found', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 4, max: 12 }), { minLength: 1, maxLength: 4 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), 16];
      const pieces = at.slice(1).map((to, index) => [`part${index}`, pan.slice(at[index], to)] as const);
      assert.equal(partsOfCardNumber(Object.fromEntries(pieces), never).size, pieces.length);
    }),
  );
});
