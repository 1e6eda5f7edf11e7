import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEarlierRun, aCarriedPlan, aTakingRun } from './test-kit/carried-run.js';
import { ageProblem, carriedProblems, type TakingRun } from './carried-problems.js';
import type { CarriedPlan } from './carried-plan.js';
import type { EarlierRun } from './read-carried.js';

interface Change {
  readonly earlier?: Partial<EarlierRun>;
  readonly record?: Partial<EarlierRun['record']>;
  readonly taking?: Partial<TakingRun>;
  readonly plan?: Partial<CarriedPlan>;
}

function problems({ earlier = {}, record = {}, taking = {}, plan = {} }: Change): string[] {
  const base = anEarlierRun();
  return carriedProblems(
    { ...base, record: { ...base.record, ...record }, ...earlier },
    { ...aTakingRun(), ...taking },
    { ...aCarriedPlan(), ...plan },
  );
}

test('the same contract, profile, environment and class of target may be carried', () => {
  assert.deepEqual(problems({}), []);
});

const refused: readonly (readonly [string, Change, RegExp])[] = [
  ['another contract', { record: { contractSha256: 'f'.repeat(64) } }, /^the contract is not the same/],
  ['another profile', { record: { programSha256: 'f'.repeat(64) } }, /^the program profile is not the same/],
  ['another environment', { record: { environment: 'staging' } }, /it was staging, this run is for emulator/],
  ['another class of target', { earlier: { targetClass: 'real' } }, /it was real, here it is loopback/],
  [
    'practice, into a certification',
    { taking: { practice: false }, plan: { signerKeyId: 'b'.repeat(64) } },
    /practice is never/,
  ],
  [
    'a certification signed by somebody else',
    { earlier: { practice: false }, taking: { practice: false }, plan: { signerKeyId: 'c'.repeat(64) } },
    /signed by another key/,
  ],
  ['another run than the plan names', { record: { runId: 'run-20260101T000000Z-cccccc' } }, /another run's/],
  ['a run whose harness broke', { earlier: { failedSteps: ['behaviour', 'harness'] } }, /as a whole \(harness\)/],
  [
    'a scenario that is too old, in a pack that is not',
    {
      plan: { scenarios: [{ id: 'a:b', runId: 'run-20260101T000000Z-cccccc', startedAt: '2026-10-01T00:00:00.000Z' }] },
    },
    /^a:b: it began on 2026-10-01T00:00:00\.000Z, 51 days before/,
  ],
];

for (const [name, change, sentence] of refused) {
  test(`refused: ${name}`, () => {
    const [first, ...more] = problems(change);
    assert.match(first ?? '', sentence);
    assert.deepEqual(more, []);
  });
}

test('rows that were not demonstrated are no reason: they are what runs again', () => {
  assert.deepEqual(problems({ earlier: { failedSteps: ['completeness', 'behaviour', 'requirements'] } }), []);
});

test('a certification is carried into a certification of the same signer', () => {
  const change = { earlier: { practice: false }, taking: { practice: false }, plan: { signerKeyId: 'b'.repeat(64) } };
  assert.deepEqual(problems(change), []);
});

test('30 days are accepted to the millisecond; more, the future and no date at all are not', () => {
  const start = '2026-11-21T08:00:00.000Z';
  assert.equal(ageProblem('2026-10-22T08:00:00.000Z', start), null);
  assert.equal(ageProblem(start, start), null);
  assert.match(ageProblem('2026-10-22T07:59:59.999Z', start) ?? '', /30 days before this run; at most 30/);
  assert.match(ageProblem('2026-10-21T08:00:00.000Z', start) ?? '', /31 days/);
  assert.match(ageProblem('2026-11-21T08:00:00.001Z', start) ?? '', /after this run/);
  assert.notEqual(ageProblem('soon', start), null);
});
