import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardholderOrders, cardOrders } from './list-orders.js';

const order = (by: string, ...ascending: readonly number[]) => ({ by, ascending });
const [rising, falling] = [
  { first: 7, second: 8 },
  { first: 8, second: 7 },
];

describe('the order of two records', () => {
  for (const made of [rising, falling])
    it(`is by number as their numbers are: ${String(made.first)} made before ${String(made.second)}`, () => {
      assert.deepEqual(cardholderOrders(made), [
        order('cardholderId', 7, 8),
        order('dateCreated', made.first, made.second),
        order('lastName', made.second, made.first),
        order('status', made.second, made.first),
      ]);
    });

  it('is by cardholder as the numbers of their cardholders are', () => {
    const orders = cardOrders(rising, falling);
    assert.deepEqual(orders.slice(0, 3), [
      order('cardId', 7, 8),
      order('createdDatetime', 7, 8),
      order('cardholderId', 8, 7),
    ]);
  });
});
