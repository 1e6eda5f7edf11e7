import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../fixtures/said.js';
import { smallJudge } from '../fixtures/small-contract.js';
import { cardExchange, goodCard } from '../fixtures/small-exchange.js';

const judge = smallJudge();

function inUrl(query: Readonly<Record<string, string>>) {
  const change = { expectedInvalid: 'odd query on purpose' };
  const judgement = judge(cardExchange(goodCard, { query, change }));
  for (const value of Object.values(query)) assert.doesNotMatch(JSON.stringify(judgement), new RegExp(value));
  return said(judgement);
}

test('card numbers, keys and secrets do not travel in a URL', () => {
  assert.deepEqual(inUrl({ q: '4111111111111111' }), ['fail sensitive-in-url /request/url']);
  assert.deepEqual(inUrl({ q: 'key-of-this-test' }), ['fail sensitive-in-url /request/url']);
  assert.deepEqual(inUrl({ newPin: '98761' }), ['fail sensitive-in-url /request/query/newPin']);
});

test('an ordinary query is no finding', () => {
  assert.deepEqual(said(judge(cardExchange(goodCard, { change: { expectedInvalid: 'odd' }, query: { q: 'ok' } }))), []);
});
