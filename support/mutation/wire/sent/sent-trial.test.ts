import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from '../../../contract/contract-of.js';
import { smallDocument } from '../../../contract/fixtures/small-contract.js';
import { cardExchange, goodCard } from '../../../contract/fixtures/small-exchange.js';
import { createJudge } from '../../../contract/judge.js';
import { compileValidators } from '../../../contract/validators.js';
import type { ExitCode } from '../../../messages/exit-code.js';
import type { WireOutcome } from '../wire-mutant.js';
import { wireMutants } from '../wire-mutants.js';
import { sentTrial } from './sent-trial.js';

const contract = contractOf(smallDocument());
const judge = createJudge(contract, compileValidators(contract));
const traceparent = '00-a';
const card = cardExchange(goodCard, { requestHeaders: { traceparent } });
const mutants = new Map([...wireMutants(contract, card)].map((mutant) => [`${mutant.kind} ${mutant.pointer}`, mutant]));

function trial(name: string, exitCode: ExitCode, altered: string | null = traceparent, sent = true): WireOutcome {
  const mutant = mutants.get(name);
  assert.ok(mutant, name);
  const received = sent ? mutant.apply(card) : card;
  const exchange = { ...received, judgement: judge(received) };
  return sentTrial(mutant, { exitCode, altered, exchanges: [exchange], checks: [] }).outcome;
}

const cases: readonly (readonly [string, string, ExitCode, WireOutcome])[] = [
  ['a defect that rejects the run', 'member-removed /body/cardId', 1, 'killed'],
  ['a defect that the run passes over', 'member-removed /body/cardId', 0, 'survived'],
  ['a defect under which the run stays incomplete', 'member-removed /body/cardId', 2, 'survived'],
  ['a matter for people', 'member-removed /body/open', 0, 'killed'],
  ['an addition', 'undocumented-member /body/xWireMutant', 0, 'killed'],
  ['silence that blocks the run', 'answer-too-late ', 2, 'killed'],
  ['silence that the run passes over', 'answer-too-late ', 0, 'survived'],
  ['what is legal and passes', 'members-reordered /body', 0, 'killed'],
  ['what is legal and rejects the run', 'members-reordered /body', 1, 'false-alarm'],
];

for (const [what, name, exitCode, outcome] of cases) {
  test(`${what} (exit ${exitCode}) is ${outcome}`, () => assert.equal(trial(name, exitCode), outcome));
}

test('a defect that was sent and not seen survives', () => {
  assert.equal(trial('member-removed /body/cardId', 1, traceparent, false), 'survived');
});

test('nothing is proved where no answer was altered, or its exchange is not recorded', () => {
  assert.equal(trial('member-removed /body/cardId', 1, null), 'unclean');
  assert.equal(trial('member-removed /body/cardId', 1, '00-other'), 'unclean');
});
