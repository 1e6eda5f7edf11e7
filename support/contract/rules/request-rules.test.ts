import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard, type SmallExchange } from '../fixtures/small-exchange.js';

const judge = smallJudge();

function activation(request: SmallExchange['request'], more: Partial<SmallExchange> = {}) {
  const call = { operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate', answer: { status: 'success' } };
  return exchangeOf({ ...call, ...(request === undefined ? {} : { request }), ...more });
}

test('parameters of our own request keep the contract', () => {
  const list = { operationId: 'listCards', path: '/cards', answer: { items: [] }, headers: { 'x-total': '0' } };
  const where = (more: Partial<SmallExchange>) => said(judge(exchangeOf({ ...list, ...more })));
  assert.deepEqual(where({ query: { limit: '50' } }), []);
  assert.deepEqual(where({ query: { limit: '500' } }), ['fail request-parameters /request/query/limit']);
  assert.deepEqual(where({ query: { limit: 'ten' } }), ['fail request-parameters /request/query/limit']);
  assert.deepEqual(where({ requestHeaders: { 'x-trace': '123456' } }), [
    'fail request-parameters /request/headers/x-trace',
  ]);
});

test('a path that is no path of the operation is a broken parameter', () => {
  assert.deepEqual(said(judge(cardExchange(goodCard, { path: '/cards/seven' }))), [
    'fail request-parameters /request/path',
  ]);
  assert.deepEqual(said(judge(cardExchange(goodCard, { path: '/elsewhere/7' }))), [
    'fail request-parameters /request/path',
  ]);
});

test('the body of our own request keeps the contract', () => {
  const good = { cardNumber: 1, newPin: '0000' };
  assert.deepEqual(said(judge(activation(good))), []);
  assert.deepEqual(said(judge(activation({ cardNumber: 1 }))), ['fail request-body-schema /request/body/newPin']);
  assert.deepEqual(said(judge(activation(undefined))), ['fail request-body-schema /request/body']);
  const typed = activation(good, { requestHeaders: { 'content-type': 'text/csv' } });
  assert.deepEqual(said(judge(typed)), ['fail request-body-schema /request/headers/content-type']);
});

test('a body where the contract describes none is a broken request', () => {
  assert.deepEqual(said(judge(cardExchange(goodCard, { request: {} }))), ['fail request-body-schema /request/body']);
});

test('members the contract does not know are not sent', () => {
  assert.deepEqual(said(judge(activation({ cardNumber: 1, newPin: '0000', hint: 'x' }))), [
    'fail request-undocumented-member /request/body/hint',
  ]);
});

test('a request that breaks the contract on purpose has no finding', () => {
  const change = { expectedInvalid: 'PIN left out' };
  assert.deepEqual(said(judge(activation({ cardNumber: 1, hint: 'x' }, { change, query: { odd: '1' } }))), []);
});

test('secret members are described, never shown', () => {
  const [finding] = judge(activation({ cardNumber: 1, newPin: '987654' })).findings;
  assert.equal(finding?.received, 'a string of 6 characters');
  assert.doesNotMatch(JSON.stringify(finding), /987654/);
});
