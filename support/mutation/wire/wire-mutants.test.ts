import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from '../../contract/contract-of.js';
import { smallDocument } from '../../contract/fixtures/small-contract.js';
import { cardExchange, exchangeOf, goodCard } from '../../contract/fixtures/small-exchange.js';
import { createJudge, type Judge } from '../../contract/judge.js';
import { judgeRules } from '../../contract/rules/index.js';
import { compileValidators } from '../../contract/validators.js';
import type { Exchange, ExchangeResponse } from '../../trace/exchange.js';
import { tryWireMutants } from './try-wire-mutants.js';
import { wireKinds } from './wire-kinds.js';
import { mutantsOfRun, wireMutants } from './wire-mutants.js';

const contract = contractOf(smallDocument());
const validators = compileValidators(contract);
const card = cardExchange({ ...goodCard, state: 1, newStatus: 2, kind: 'blue', limit: 5, free: {} });
const control = { exchanges: [card], checks: [] };

const tried = (judge: Judge) => [...tryWireMutants({ contract, judge, control })];
const without = (id: string) =>
  createJudge(
    contract,
    validators,
    judgeRules.filter((rule) => rule.id !== id),
  );

test('mutants of an answer have their class from the marks of the contract', () => {
  const classes = new Map([...wireMutants(contract, card)].map(({ id, expected }) => [id, expected]));
  const expected = {
    'member-removed /body/cardId': 'fail',
    'member-removed /body/open': 'review',
    'member-removed /body/state': 'legal',
    'member-nulled /body/alias': 'fail',
    'member-as-other-scalar /body/kind': 'review',
    'member-as-container /body': 'fail',
    'integer-with-fraction /body/balance': 'review',
    'too-long /body/alias': 'review',
    'below-minimum /body/limit': 'review',
    'at-minimum /body/limit': undefined,
    'value-outside-enum /body/state': 'advisory',
    'value-outside-enum /body/newStatus': 'fail',
    'undocumented-member /body/xWireMutant': 'advisory',
    'undocumented-member /body/free/xWireMutant': 'legal',
    'write-only-returned /body/free/newPin': 'fail',
    'status-other-success /status': 'fail',
    'status-refusal /body/status': 'fail',
    'answer-too-late': 'not-judged',
  };
  for (const [id, word] of Object.entries(expected)) assert.equal(classes.get(`getCard 200 ${id}`), word, id);
});

test('the judge kills every one of them', () => {
  const left = tried(createJudge(contract, validators)).filter(({ outcome }) => outcome !== 'killed');
  assert.deepEqual(left, []);
});

const needed = [
  ...['card-number-anywhere', 'response-present', 'status-documented', 'response-media-type', 'response-headers'],
  ...['response-body-json', 'response-body-schema', 'response-enum-value', 'response-undocumented-member'],
  'write-only-returned',
];

for (const id of needed) {
  test(`without the rule ${id} mutants survive`, () => {
    assert.ok(tried(without(id)).some(({ outcome }) => outcome === 'survived'));
  });
}

test('a judge that rejects what is legal is found out', () => {
  const strict = createJudge(contract, validators);
  const alarmed = tried((exchange) =>
    exchange.response?.headers['x-wire-mutant'] === 'added'
      ? strict({ ...exchange, response: null })
      : strict(exchange),
  );
  assert.deepEqual(
    alarmed.filter(({ outcome }) => outcome !== 'killed').map(({ mutant, outcome }) => `${mutant.kind} ${outcome}`),
    ['header-added false-alarm'],
  );
});

test('mutants are the same every time, each id once, and leave their exchange alone', () => {
  const before = structuredClone(card);
  const ids = () => [...mutantsOfRun(contract, [card, { ...card, id: 'x-000002' }])].map(({ id }) => id);
  assert.deepEqual(ids(), ids());
  assert.equal(new Set(ids()).size, ids().length);
  for (const mutant of wireMutants(contract, card)) mutant.apply(card);
  assert.deepEqual(card, before);
});

test('every mutant changes its answer', () => {
  const single = cardExchange({ free: { only: 1 } });
  const mutants = [...wireMutants(contract, single)];
  assert.ok(mutants.length > 0);
  for (const { alter } of mutants)
    assert.notEqual(JSON.stringify(alter(answerOf(single))), JSON.stringify(single.response));
  assert.equal(
    mutants.some(({ id }) => id.endsWith('members-reordered /body')),
    false,
  );
});

test('nothing is made of an exchange that proves nothing about the target', () => {
  const replayed = { ...card, replayed: true } as const;
  const silent = { ...card, response: null };
  const probe = exchangeOf({ operationId: null, path: '/none', answer: {} });
  for (const exchange of [replayed, silent, probe]) assert.deepEqual([...wireMutants(contract, exchange)], []);
});

test('kinds have words of their own', () => {
  assert.equal(new Set(wireKinds.map(({ kind }) => kind)).size, wireKinds.length);
});

function answerOf({ response }: Exchange): ExchangeResponse {
  assert.ok(response);
  return response;
}
