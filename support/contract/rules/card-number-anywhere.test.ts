import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard, type SmallExchange } from '../fixtures/small-exchange.js';

const judge = smallJudge();
const pan = '4111111111111111';

function places(small: Partial<SmallExchange>) {
  const judgement = judge(cardExchange(goodCard, small));
  assert.doesNotMatch(JSON.stringify(judgement), new RegExp(pan));
  return said(judgement).filter((line) => line.includes('card-number'));
}

test('a card number is found in text, in numbers, in member names and in headers', () => {
  assert.deepEqual(places({ answer: { ...goodCard, alias: `see ${pan}.` } }), [
    'fail card-number-anywhere /response/body/alias',
  ]);
  assert.deepEqual(places({ answer: { ...goodCard, limit: Number(pan) } }), [
    'fail card-number-anywhere /response/body/limit',
  ]);
  assert.deepEqual(places({ answer: { ...goodCard, free: { [pan]: 1 } } }), [
    'fail card-number-anywhere /response/body/free/<16 digits>',
  ]);
  assert.deepEqual(places({ headers: { 'x-card': pan } }), ['fail card-number-anywhere /response/headers/x-card']);
  assert.deepEqual(places({ answerBody: { kind: 'text', text: `<p>${pan}</p>`, problem: 'not JSON' } }), [
    'fail card-number-anywhere /response/body',
  ]);
});

test('in groups and in parts it is the same number', () => {
  const groups = [
    '4111 1111 1111 1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111 – 1111 – 1111 – 1111',
    '３７８２ 822463 10005',
  ];
  for (const group of groups) {
    const found = places({ answer: { ...goodCard, alias: `see ${group}.` } });
    assert.deepEqual(found, ['fail card-number-anywhere /response/body/alias'], group);
  }
  assert.deepEqual(places({ answer: { ...goodCard, free: { first: '41111111', last: '11111111' } } }), [
    'fail card-number-anywhere /response/body/free',
  ]);
});

test('other numbers in a row are none', () => {
  for (const alias of ['2026-11-22 - 2026-12-01', '41111111 11111111', '4111,1111,1111,1111', '4111 1111 1111 1112'])
    assert.deepEqual(places({ answer: { ...goodCard, alias } }), [], alias);
});

test('part of an identifier is no card number', () => {
  assert.deepEqual(places({ answer: { ...goodCard, alias: `a${pan}` } }), []);
});

test('our own request may carry it only where the table says so', () => {
  const activation = (request: SmallExchange['request'] & object) =>
    said(
      judge(exchangeOf({ operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate', request, answer: {} })),
    );
  assert.deepEqual(activation({ cardNumber: Number(pan), newPin: '1' }), []);
  assert.deepEqual(activation({ cardNumber: 1, newPin: pan })[0], 'fail card-number-anywhere /request/body/newPin');
});

test('a probe is looked at too', () => {
  const probe = exchangeOf({ operationId: null, path: '/nowhere', status: 404, answer: { echo: pan } });
  assert.deepEqual(said(judge(probe)), ['fail card-number-anywhere /response/body/echo']);
});
