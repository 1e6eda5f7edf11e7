import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeOf } from '../fixtures/small-exchange.js';
import { secretsOf, withoutSecrets } from './secrets-of.js';

test('keys, card data, PINs, codes and tokens are secrets where they travel', () => {
  const exchange = exchangeOf({
    operationId: 'getOtp',
    path: '/otp/t',
    request: { newPin: '4321', name: 'Ann' },
    answer: { status: 'received', code: '847291', list: [{ cvv: 123 }] },
  });
  assert.deepEqual(secretsOf(exchange, 'getOtp'), ['key-of-this-test', '847291', '4321', '123']);
  assert.equal(secretsOf(exchange, 'getCard').includes('847291'), false);
});

test('whole words are replaced, parts of others are not', () => {
  assert.equal(withoutSecrets('pin 123, not 1234 or a123', ['123']), 'pin <secret>, not 1234 or a123');
  assert.equal(withoutSecrets('a.b', ['a.b']), '<secret>');
});
