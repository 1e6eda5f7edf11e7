import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('parameters and case of a media type do not matter', () => {
  const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
  assert.deepEqual(said(judge(cardExchange(goodCard, { headers }))), []);
});

test('another media type is a finding, and JSON is judged as JSON all the same', () => {
  assert.deepEqual(
    said(judge(cardExchange({ ...goodCard, cardId: 'x' }, { headers: { 'content-type': 'text/html' } }))),
    ['fail response-media-type /response/headers/content-type', 'fail response-body-schema /response/body/cardId'],
  );
});

test('a media type that cannot be read is a finding', () => {
  const [finding] = judge(cardExchange(goodCard, { headers: { 'content-type': '' } })).findings;
  assert.equal(finding?.received, 'none that can be read');
});

test('a documented body that does not come is a finding', () => {
  assert.deepEqual(said(judge(cardExchange(null, { answerBody: { kind: 'none' } }))), [
    'fail response-media-type /response/body',
  ]);
});

test('a body where none is documented asks a person', () => {
  const call = { operationId: 'listCardTransactions', path: '/cards/transactions', status: 204 };
  assert.deepEqual(said(judge(exchangeOf({ ...call, answer: {} }))), ['review response-media-type /response/body']);
  assert.deepEqual(said(judge(exchangeOf(call))), []);
});

test('documented text is judged as text', () => {
  const call = {
    operationId: 'simulateCardSpend',
    method: 'POST',
    path: '/staging/spend',
    headers: { 'content-type': 'text/plain' },
  };
  const text = (value: string) => ({ kind: 'text', text: value, problem: 'not JSON' }) as const;
  assert.deepEqual(said(judge(exchangeOf({ ...call, answerBody: text('ok') }))), []);
  assert.deepEqual(said(judge(exchangeOf({ ...call, answerBody: text('okay') }))), [
    'review response-body-schema /response/body',
  ]);
});
