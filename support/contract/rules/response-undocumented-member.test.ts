import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('an unknown member is listed, its value is not', () => {
  const judgement = judge(cardExchange({ ...goodCard, hint: 'something private' }));
  assert.equal(judgement.outcome, 'conforming');
  assert.deepEqual(said(judgement), ['advisory response-undocumented-member /response/body/hint']);
  assert.doesNotMatch(JSON.stringify(judgement), /private/);
});

test('an object whose members are not described may hold anything', () => {
  assert.deepEqual(said(judge(cardExchange({ ...goodCard, free: { any: 1 } }))), []);
});

test('a member of another form of a oneOf is unknown in this one', () => {
  const answer = { form: { type: 'a', size: 1, name: 'x' } };
  const call = exchangeOf({ operationId: 'issueVirtualCard', method: 'POST', path: '/cards/virtual/1', answer });
  assert.deepEqual(said(judge(call)), ['advisory response-undocumented-member /response/body/form/name']);
});
