import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();
const refusal = { status: 'error' };

test('a status is documented exactly or by its range', () => {
  assert.deepEqual(said(judge(cardExchange(goodCard))), []);
  assert.deepEqual(said(judge(cardExchange(refusal, { status: 422 }))), []);
});

test('an undocumented status is known as well as its class, and its body is judged by it', () => {
  assert.deepEqual(said(judge(cardExchange({ ...goodCard, cardId: 'x' }, { status: 201 }))), [
    'fail status-documented /response/status',
    'fail response-body-schema /response/body/cardId',
  ]);
  const unsure = exchangeOf({ operationId: 'simulateCardSpend', method: 'POST', path: '/staging/spend', status: 302 });
  assert.deepEqual(said(judge(unsure)), ['review status-documented /response/status']);
});

test('the finding names what would have been documented', () => {
  const [finding] = judge(cardExchange(goodCard, { status: 201 })).findings;
  assert.equal(finding?.expected, 'a status of 200, 4XX');
  assert.equal(finding.received, '201');
  assert.equal(finding.contract, '/paths/~1cards~1{cardId}/get/responses');
});
