import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../json/json-pointer.js';
import { said } from '../fixtures/said.js';
import { smallDocument, smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('parameters and case of a media type do not matter', () => {
  const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
  assert.deepEqual(said(judge(cardExchange(goodCard, { headers }))), []);
});

/** The small contract with another key where its bodies are JSON. */
function underKey(key: string) {
  const text = JSON.stringify(smallDocument()).replaceAll('"application/json":', `${JSON.stringify(key)}:`);
  return smallJudge(JSON.parse(text) as JsonObject);
}

test('parameters and case in the contract do not matter either: answers and requests are judged', () => {
  for (const key of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"', 'application/json;q=1']) {
    const judged = underKey(key);
    assert.deepEqual(said(judged(cardExchange(goodCard))), [], key);
    assert.deepEqual(said(judged(cardExchange({ ...goodCard, cardId: 'x' }))), [
      'fail response-body-schema /response/body/cardId',
    ]);
    const activation = { operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate', answer: {} };
    const request = { cardNumber: 1, newPin: '1234' };
    assert.deepEqual(said(judged(exchangeOf({ ...activation, request }))), [], key);
    assert.deepEqual(said(judged(exchangeOf({ ...activation, request: { ...request, newPin: 1 } }))), [
      'fail request-body-schema /request/body/newPin',
    ]);
  }
});

test('JSON where the contract describes other types only is not judged, whatever the finding about its type weighs', () => {
  const call = { operationId: 'simulateCardSpend', method: 'POST', path: '/staging/spend' };
  const judgement = judge(exchangeOf({ ...call, answer: { status: 'success' } }));
  assert.equal(judgement.outcome, 'not-judged');
  assert.match(judgement.reason, /text\/plain only/);
  assert.deepEqual(said(judgement), ['review response-media-type /response/headers/content-type']);
  assert.equal(judge(exchangeOf({ ...call, answerBody: { kind: 'none' } })).outcome, 'violating');
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
