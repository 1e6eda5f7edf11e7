import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('a new value is listed and blocks nothing', () => {
  const judgement = judge(cardExchange({ ...goodCard, state: 9 }));
  assert.equal(judgement.outcome, 'conforming');
  assert.deepEqual(said(judgement), ['advisory response-enum-value /response/body/state']);
});

test('a closed enum admits no new value', () => {
  assert.deepEqual(said(judge(cardExchange({ ...goodCard, newStatus: 3 }))), [
    'fail response-enum-value /response/body/newStatus',
  ]);
});

test('a value of the wrong type is no new value', () => {
  assert.deepEqual(said(judge(cardExchange({ ...goodCard, state: '1' }))), [
    'fail response-body-schema /response/body/state',
  ]);
});
