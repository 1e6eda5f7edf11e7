import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf } from '../fixtures/small-exchange.js';

const judge = smallJudge();

function listed(headers: Readonly<Record<string, string>>) {
  return said(judge(exchangeOf({ operationId: 'listCards', path: '/cards', answer: { items: [] }, headers })));
}

test('a required header is there and has its form', () => {
  assert.deepEqual(listed({ 'x-total': '12' }), []);
  assert.deepEqual(listed({}), ['fail response-headers /response/headers/x-total']);
  assert.deepEqual(listed({ 'x-total': 'many' }), ['fail response-headers /response/headers/x-total']);
});

test('Retry-After is seconds or an HTTP date', () => {
  const retry = (text: string) =>
    said(judge(cardExchange({ status: 'error' }, { status: 429, headers: { 'retry-after': text } })));
  assert.deepEqual(retry('30'), []);
  assert.deepEqual(retry('Sat, 21 Nov 2026 10:00:00 GMT'), []);
  assert.deepEqual(retry('soon'), ['review response-headers /response/headers/retry-after']);
});
