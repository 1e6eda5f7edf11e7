import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('the level follows what is known about the keyword that failed', () => {
  const table = [
    [{ ...goodCard, cardId: '7' }, 'fail', 'documented type'],
    [{ ...goodCard, alias: 7 }, 'fail', 'type of an example'],
    [{ ...goodCard, alias: 'longer' }, 'review', 'limit of an example'],
    [{ ...goodCard, balance: '1' }, 'review', 'documented type reached through an inferred reference'],
    [{ ...goodCard, kind: 'A1' }, 'review', 'documented rule under an open question'],
    [{ ...goodCard, limit: 1 }, 'review', 'inferred minimum of a documented member'],
    [{ ...goodCard, limit: 'x' }, 'fail', 'documented type beside an inferred minimum'],
  ] as const;
  for (const [answer, level, why] of table) {
    const [finding, ...rest] = judge(cardExchange(answer)).findings;
    assert.equal(finding?.level, level, why);
    assert.equal(rest.length, 0, why);
  }
});

test('a missing member is known as well as the member, unless x-rules says otherwise', () => {
  assert.deepEqual(said(judge(cardExchange({}))), [
    'fail response-body-schema /response/body/cardId',
    'fail response-body-schema /response/body/alias',
    'review response-body-schema /response/body/balance',
    'review response-body-schema /response/body/open',
  ]);
});

test('a finding names the place, the rule and the source', () => {
  const [finding] = judge(cardExchange({ ...goodCard, kind: 'A1' })).findings;
  assert.equal(finding?.where, '/response/body/kind');
  assert.equal(finding.contract, '/components/schemas/Card/properties/kind/pattern');
  assert.equal(finding.expected, 'text that matches ^[a-z]+$');
  assert.equal(finding.received, '"A1"');
  assert.deepEqual(finding.questions, ['C-05']);
});

test('the same fault in two items has one cause, two faults have two', () => {
  const items = [
    { ...goodCard, cardId: 'a' },
    { ...goodCard, cardId: 'b', alias: 1 },
  ];
  const headers = { 'x-total': '2' };
  const { findings } = judge(exchangeOf({ operationId: 'listCards', path: '/cards', answer: { items }, headers }));
  assert.equal(findings.length, 3);
  assert.equal(new Set(findings.map(({ cause }) => cause)).size, 2);
});

test('a failed oneOf is reported by the branch that was meant', () => {
  const call = { operationId: 'issueVirtualCard', method: 'POST', path: '/cards/virtual/1' };
  const judged = (form: string | { readonly type: string }) => said(judge(exchangeOf({ ...call, answer: { form } })));
  assert.deepEqual(judged({ type: 'a' }), ['review response-body-schema /response/body/form/size']);
  assert.deepEqual(judged({ type: 'b' }), ['review response-body-schema /response/body/form/name']);
  assert.deepEqual(judged('neither'), ['review response-body-schema /response/body/form']);
});
