import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('an operation the contract does not have is not judged', () => {
  const judgement = judge(exchangeOf({ operationId: 'flyCard', path: '/cards/7', answer: goodCard }));
  assert.equal(judgement.outcome, 'not-judged');
  assert.match(judgement.reason, /flyCard/);
});

test('a probe outside the contract conforms, whatever is answered', () => {
  assert.deepEqual(judge(exchangeOf({ operationId: null, path: '/nowhere', status: 404 })), {
    outcome: 'conforming',
    findings: [],
  });
});

test('a probe of a path inside the contract is judged by that operation, but its request is not', () => {
  const probe = cardExchange({ ...goodCard, cardId: 'x' }, { operationId: null, query: { odd: '1' } });
  assert.deepEqual(said(judge(probe)), ['fail response-body-schema /response/body/cardId']);
});
