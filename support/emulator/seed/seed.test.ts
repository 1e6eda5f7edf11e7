import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { luhnDigit, makeCardData } from './card-number.js';
import { createIds } from './ids.js';
import { createRandom } from './random.js';

test('the same seed gives the same sequence, another seed another, and a fork does not disturb its parent', () => {
  const draw = (seed: number) => createRandom(seed).digits(40);
  assert.equal(draw(7), draw(7));
  assert.notEqual(draw(7), draw(8));
  const random = createRandom(7);
  random.fork('other').digits(10);
  assert.equal(random.digits(40), draw(7));
});

test('integers stay in their range and reach both ends', () => {
  const random = createRandom(1);
  const seen = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
  assert.deepEqual([...seen].sort(), [3, 4, 5, 6]);
});

test('every card number is Luhn-valid and survives as a JSON number, as do CVV and month', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { pan, cvv, expMonth, expYear } = makeCardData(createRandom(seed), Date.UTC(2026, 0, 1));
      assert.match(pan, /^400000\d{10}$/);
      assert.equal(Number(pan.at(-1)), luhnDigit(pan.slice(0, -1)));
      assert.equal(String(Number(pan)), pan);
      assert.match(cvv, /^[1-9]\d\d$/);
      assert.ok(expMonth >= 1 && expMonth <= 12);
      assert.ok(expYear >= 2029 && expYear <= 2031);
    }),
  );
});

test('the check digit agrees with published examples', () => {
  assert.equal(luhnDigit('7992739871'), 3);
  assert.equal(luhnDigit('411111111111111'), 1);
});

test('ids of a kind never repeat', () => {
  const ids = createIds(createRandom(3), (usual) => usual);
  const seen = Array.from({ length: 50 }, () => ids.next('card'));
  assert.equal(new Set(seen).size, 50);
});
