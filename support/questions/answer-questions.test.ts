import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { Exchange } from '../trace/exchange.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { aResult } from '../verdict/testing/samples.js';
import { answerQuestions } from './answer-questions.js';
import { openQuestionsIn, openQuestionsPath } from './open-questions-in.js';
import { countQuestions } from './count-questions.js';

const register = openQuestionsIn(readFileSync(openQuestionsPath(), 'utf8'), 'open-questions.yaml');
const facts = { ofRequest: () => undefined };
const answersTo = async (exchanges: readonly Exchange[], results: readonly ScenarioResult[] = []) => {
  const answered = await answerQuestions(register, { exchanges: Readable.from(exchanges), results, facts });
  return (id: string) => answered.find((each) => each.id === id) ?? assert.fail(`no ${id}`);
};
const issued = (status: number) =>
  exchangeFixture({ operationId: 'issueVirtualCard', body: { cardId: 1, issuerCardStatus: 4 }, status });

test('every entry appears in order: answered, open with the reason, or for people', async () => {
  const answered = await answerQuestions(register, { exchanges: Readable.from([]), results: [], facts });
  assert.deepEqual(
    answered.map(({ id }) => id),
    register.map(({ id }) => id),
  );
  const states = new Map(answered.map(({ id, state, answer }) => [id, `${state}: ${answer}`]));
  assert.match(states.get('K-16') ?? '', /^not-answered: not answered in this run: no answer of listCardTransactions/);
  assert.match(states.get('C-02') ?? '', /^not-answered: not answered in this run: no scenario of TM-03 ran/);
  assert.match(states.get('U-14') ?? '', /^for-people: for people/);
  assert.equal(countQuestions(answered).answered, 0);
});

test('an answer has the words of the reading, what was seen and the exchange that proves it', async () => {
  const exchange = issued(201);
  const { answer, state, exchangeIds, conflicting } = (await answersTo([exchange]))('C-05');
  assert.deepEqual([state, exchangeIds, conflicting], ['answered', [exchange.id], false]);
  assert.equal(answer, 'Not Activated, like a physical card (4 once)');
});

test('an alias repeats the answer of what it leads to', async () => {
  const alias = (await answersTo([issued(200)]))('E-01');
  assert.deepEqual([alias.state, alias.sameAs, alias.seen], ['answered', ['C-05'], []]);
  assert.match(alias.answer, /^see C-05: Not Activated/);
});

test('two different answers in one run are shown as such, with the proof of each', async () => {
  const [first, second] = [issued(200), issued(201)];
  const { conflicting, answer, seen } = (await answersTo([first, second]))('K-01');
  assert.equal(conflicting, true);
  assert.match(answer, /calls that create: 2 different answers in one run: 200 \(200 once\); 201 \(201 once\)/);
  assert.deepEqual(
    seen.map(({ exchangeIds }) => exchangeIds),
    [[first.id], [second.id]],
  );
});

test('readings that together make a third do not conflict', async () => {
  const body = { transId: 1, transStatus: 3 };
  const transfers = [3, 1].map((transStatus) =>
    exchangeFixture({ operationId: 'transferFromWallet', body: { ...body, transStatus } }),
  );
  const { conflicting, answer } = (await answersTo(transfers))('K-18');
  assert.equal(conflicting, false);
  assert.match(answer, /^A transfer ended Partial/);
});

test('what our own server replayed and what only proves the harness says nothing', async () => {
  const replayed: Exchange = { ...issued(201), replayed: true };
  const self: Exchange = { ...issued(201), scenario: 'self/x:y' };
  const results = [aResult({ id: 'self/x:y', tags: ['@self'], requirements: [], exchangeIds: [self.id] })];
  assert.equal((await answersTo([replayed, self], results))('C-05').state, 'not-answered');
});

test('proof is capped, and the count tells how much there was', async () => {
  const many = Array.from({ length: 50 }, () => issued(200));
  const { exchangeIds, seen } = (await answersTo(many))('C-05');
  assert.deepEqual([exchangeIds.length, seen[0]?.count], [20, 50]);
});
