import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exchangeOf } from '../fixtures/small-exchange.js';
import { secretsOf, SecretWords } from './secrets-of.js';

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

const without = (text: string, secrets: readonly string[]): string => new SecretWords(secrets).without(text);

test('whole words are replaced, parts of others are not', () => {
  assert.equal(without('pin 123, not 1234 or a123', ['123']), 'pin <secret>, not 1234 or a123');
  assert.equal(without('a.b', ['a.b']), '<secret>');
  assert.equal(without('no secret at all', []), 'no secret at all');
});

test('of two that begin alike the longer one goes', () => {
  assert.equal(without('x 123-456 123', ['123', '123-456']), 'x <secret> <secret>');
});

test('no whole word of a secret is left, wherever it stands', () => {
  const secret = fc.stringMatching(/^[a-z0-9.]{3,6}$/);
  const filler = fc.constantFrom(' ', ',', '𝟙', 'é', '-', '');
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1 }), fc.array(fc.tuple(filler, secret, filler)), (secrets, parts) => {
      const left = without(parts.flat().join(''), secrets);
      for (const each of secrets) {
        const literal = each.replaceAll('.', '\\.');
        const alone = new RegExp(`(?<![\\p{L}\\p{N}.<])${literal}(?![\\p{L}\\p{N}.>])`, 'u');
        if (each !== 'secret') assert.doesNotMatch(left, alone);
      }
    }),
  );
});
