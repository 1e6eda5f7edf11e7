import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();
const rules = (answer: Parameters<typeof cardExchange>[0]) =>
  said(judge(cardExchange(answer))).filter((line) => line.includes('write-only'));

test('what is only ever sent does not come back, at any depth', () => {
  assert.deepEqual(rules({ ...goodCard, newPin: '0000' }), ['fail write-only-returned /response/body/newPin']);
  assert.deepEqual(rules({ ...goodCard, extra: [{ cardNumber: 5 }] }), [
    'fail write-only-returned /response/body/extra/0/cardNumber',
  ]);
});

test('an object that the contract leaves open is no place for it either', () => {
  assert.deepEqual(rules({ ...goodCard, free: { newPin: '0000', list: [{ cardNumber: [5] }] } }), [
    'fail write-only-returned /response/body/free/newPin',
    'fail write-only-returned /response/body/free/list/0/cardNumber/0',
  ]);
});

test('JSON inside a text is no place for it', () => {
  const alias = JSON.stringify({ log: JSON.stringify({ newPin: '4821' }) });
  assert.deepEqual(rules({ ...goodCard, alias }), ['fail write-only-returned /response/body/alias']);
  assert.deepEqual(rules({ ...goodCard, alias: JSON.stringify({ newPin: '****' }) }), []);
});

test('a star or two do not mask it', () => {
  for (const newPin of ['48*1', '12*', '*4821', '4821***'])
    assert.deepEqual(rules({ ...goodCard, newPin }), ['fail write-only-returned /response/body/newPin'], newPin);
  for (const newPin of ['***1', 'XXXX', 'xx xx', '411111******1111', '************1111', '••••1111'])
    assert.deepEqual(rules({ ...goodCard, newPin }), [], newPin);
});

test('a null, empty or masked value discloses nothing', () => {
  for (const newPin of [null, '', '****']) assert.deepEqual(rules({ ...goodCard, newPin }), []);
});

test('a documented place for card data is no disclosure', () => {
  const answer = { cardNumber: '4111111111111111' };
  const call = exchangeOf({ operationId: 'issueVirtualCard', method: 'POST', path: '/cards/virtual/1', answer });
  assert.deepEqual(judge(call), { outcome: 'conforming', findings: [] });
});
