import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

test('text under a JSON type is one finding and is not shown', () => {
  const answerBody = { kind: 'text', text: '{"pin":"4321"', problem: 'unexpected end' } as const;
  const judgement = judge(cardExchange(null, { answerBody }));
  assert.deepEqual(said(judgement), ['fail response-body-json /response/body']);
  assert.doesNotMatch(JSON.stringify(judgement), /4321/);
});

test('a member named twice asks a person, and the finding names it', () => {
  const answerBody = { kind: 'json', value: goodCard, duplicateKeys: ['/alias'] } as const;
  assert.deepEqual(said(judge(cardExchange(null, { answerBody }))), ['review response-body-json /response/body/alias']);
});
