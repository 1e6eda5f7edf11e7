import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from './contract-of.js';
import { said } from './fixtures/said.js';
import { smallDocument } from './fixtures/small-contract.js';
import { cardExchange, goodCard } from './fixtures/small-exchange.js';
import { createJudge } from './judge.js';
import { judgeRules } from './rules/index.js';
import type { JudgeRule } from './rules/judge-rule.js';
import { compileValidators } from './validators.js';

const contract = contractOf(smallDocument());
const validators = compileValidators(contract);

const broken: JudgeRule = {
  id: 'broken-rule',
  title: 'Always fails.',
  part: 'response',
  check: () => {
    throw new RangeError('quotes the secret 4111111111111111');
  },
};

test('a rule that throws makes the exchange not judged and keeps the findings of the others', () => {
  const judge = createJudge(contract, validators, [broken, ...judgeRules]);
  const judgement = judge(cardExchange({ ...goodCard, cardId: 'x' }));
  assert.equal(judgement.outcome, 'not-judged');
  assert.equal(judgement.reason, 'The rule broken-rule could not be evaluated: RangeError.');
  assert.deepEqual(said(judgement), ['fail response-body-schema /response/body/cardId']);
});

test('an exchange that cannot be prepared is not judged', () => {
  const judge = createJudge(contract, { ...validators, plans: new Map([['getCard', {} as never]]) });
  assert.equal(judge(cardExchange(goodCard)).outcome, 'not-judged');
});

test('advisory findings leave an exchange conforming, a review does not', () => {
  const judge = createJudge(contract, validators);
  assert.equal(judge(cardExchange({ ...goodCard, hint: 1 })).outcome, 'conforming');
  assert.equal(judge(cardExchange({ ...goodCard, balance: 'x' })).outcome, 'violating');
});

test('a finding repeats no secret of the exchange, wherever it turns up', () => {
  const judge = createJudge(contract, validators);
  const answer = { ...goodCard, alias: 'key-of-this-test' };
  const judgement = judge(cardExchange(answer));
  assert.equal(judgement.findings.length, 1);
  assert.doesNotMatch(JSON.stringify(judgement), /key-of-this-test/);
});
