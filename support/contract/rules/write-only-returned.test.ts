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

test('a null, empty or masked value discloses nothing', () => {
  for (const newPin of [null, '', '****']) assert.deepEqual(rules({ ...goodCard, newPin }), []);
});

test('a documented place for card data is no disclosure', () => {
  const answer = { cardNumber: '4111111111111111' };
  const call = exchangeOf({ operationId: 'issueVirtualCard', method: 'POST', path: '/cards/virtual/1', answer });
  assert.deepEqual(judge(call), { outcome: 'conforming', findings: [] });
});
