import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../trace/exchange.js';
import { callOf } from '../../trace/test-kit/exchange-of.js';
import { lacksValue } from './lacks-value.js';
import { differenceOf } from './same-call.js';

const label = '[masked:pan:abcdefgh:1234]';
const recorded = callOf('updateCard', 'PUT', '/cards/1/update', { sent: { alias: 'a', limit: 5 } });
const sending = (sent: Json) => callOf('updateCard', 'PUT', '/cards/1/update', { sent });

describe('a recorded call', () => {
  it('is the same call with the same operation, identity, place and content', () => {
    assert.equal(differenceOf(recorded, sending({ limit: 5, alias: 'a' })), null);
  });

  it('is another one where anything differs', () => {
    assert.equal(differenceOf(recorded, sending({ alias: 'b', limit: 5 })), 'body');
    assert.equal(differenceOf(recorded, sending({ alias: 'a' })), 'body');
    assert.equal(differenceOf(recorded, sending({ alias: 'a', limit: 5, more: 1 })), 'body');
    assert.equal(differenceOf(recorded, { ...recorded, identity: 'no-key' }), 'identity');
    assert.equal(differenceOf(recorded, { ...recorded, operationId: 'getCard' }), 'operation');
    assert.equal(differenceOf(recorded, callOf('updateCard', 'PUT', '/cards/2/update', {})), 'path');
  });

  it('may have a label wherever the value is no longer known, and nowhere else', () => {
    const masked = callOf('updateCard', 'PUT', '/cards/1/update', { sent: { alias: label, limit: 5 } });
    assert.equal(differenceOf(masked, sending({ alias: null, limit: 5 })), null);
    assert.equal(differenceOf(masked, sending({ alias: null, limit: 6 })), 'body');
    assert.equal(differenceOf(recorded, sending({ alias: label, limit: 5 })), 'body');
  });
});

describe('the input of a call', () => {
  it('lacks a value where a label is left of it, or a number made from one', () => {
    for (const body of [{ pin: label }, { a: [{ b: `x ${label}` }] }, { n: Number(label) }]) {
      assert.equal(lacksValue({ body }), true, JSON.stringify(body));
    }
    assert.equal(lacksValue({ path: { token: label } }), true);
    assert.equal(lacksValue({ path: { cardId: 1 }, body: { alias: 'a [b]', n: 0, nothing: null } }), false);
  });
});
