import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FindingLevel } from '../judgement/provenance.js';
import { rollUpScenario } from './roll-up-scenario.js';
import type { ScenarioFacts } from './scenario-facts.js';
import type { StepStatus } from './scenario-result.js';
import { aCheck, aFinding, aStep, someFacts } from './testing/samples.js';
import { verdictRank } from './verdict-order.js';
import type { CheckOutcome, ScenarioVerdict } from './verdict.js';

const violated = { outcome: 'violated', received: 'issuerCardStatus 2' } as const;
const problem = (code: string) => ({ code, message: 'what happened' });

/** What each kind of fact leads to when everything else is well. */
const cases: readonly [string, Partial<ScenarioFacts>, ScenarioVerdict][] = [
  ['every check met', {}, 'pass'],
  ['a documented check violated', { checks: [aCheck(violated)] }, 'fail'],
  ['a confirmed check violated', { checks: [aCheck({ ...violated, provenance: 'confirmed' })] }, 'fail'],
  ['an example check violated', { checks: [aCheck({ ...violated, provenance: 'example' })] }, 'fail'],
  ['an inferred check violated', { checks: [aCheck({ ...violated, provenance: 'inferred' })] }, 'review'],
  ['an assumed check violated', { checks: [aCheck({ ...violated, provenance: 'assumed' })] }, 'review'],
  ['a questioned check violated', { checks: [aCheck({ ...violated, questions: ['C-07'] })] }, 'review'],
  ['a check undetermined', { checks: [aCheck({ outcome: 'undetermined' })] }, 'inconclusive'],
  ['an organic check undetermined', { checks: [aCheck({ outcome: 'undetermined' })], organic: true }, 'advisory'],
  ['a check with an unknown outcome', { checks: [aCheck({ outcome: 'maybe' as CheckOutcome })] }, 'harness-error'],
  ['an unannounced rejecting finding', { findings: [aFinding()] }, 'fail'],
  ['an unannounced review', { findings: [aFinding({ level: 'review' })] }, 'review'],
  ['an unannounced advisory', { findings: [aFinding({ level: 'advisory' })] }, 'advisory'],
  ['an announced rejecting finding', { findings: [aFinding({ expected: true })] }, 'pass'],
  [
    'a writing call on which nobody gave a word',
    { wordless: [{ exchangeId: 'x-000001', received: 'HTTP 502' }] },
    'inconclusive',
  ],
  ['an exchange not judged', { notJudged: [{ exchangeId: 'x-000001', reason: 'no schema' }] }, 'inconclusive'],
  ['no check at all', { checks: [] }, 'vacuous'],
  ['no steps', { steps: [] }, 'vacuous'],
  ['no steps and no checks', { steps: [], checks: [] }, 'vacuous'],
  ['a precondition not met', { problem: problem('WLD-101'), checks: [] }, 'inconclusive'],
  ['an unconfirmed trigger', { problem: problem('WLD-102'), checks: [] }, 'not-run'],
  ['a violation without its check', { problem: problem('WLD-103') }, 'harness-error'],
  ['a missing capability', { problem: problem('WLD-104'), checks: [] }, 'not-applicable'],
  ['a step about nothing', { problem: problem('WLD-105') }, 'harness-error'],
  ['an interruption', { problem: problem('WLD-106'), checks: [] }, 'not-run'],
  ['an operation the contract lacks', { problem: problem('WLD-107'), checks: [] }, 'not-run'],
  ['a task for people', { problem: problem('VER-201'), checks: [] }, 'not-run'],
  ['an unexpected error', { problem: problem('unexpected') }, 'harness-error'],
  ['an undefined step', { steps: [aStep({ status: 'undefined' })], checks: [] }, 'harness-error'],
  ['an ambiguous step', { steps: [aStep({ status: 'ambiguous' })], checks: [] }, 'harness-error'],
  ['a pending step', { steps: [aStep({ status: 'pending' })], checks: [] }, 'not-run'],
  ['an unknown step status', { steps: [aStep({ status: 'unknown' as StepStatus })] }, 'harness-error'],
  ['skipped steps nobody explains', { steps: [aStep({ status: 'skipped' })], checks: [] }, 'not-run'],
  ['a failed step nobody explains', { steps: [aStep({ status: 'failed' })] }, 'harness-error'],
];

for (const [name, change, verdict] of cases) {
  test(`${name}: ${verdict}`, () => {
    assert.equal(rollUpScenario(someFacts(change)).verdict, verdict);
  });
}

test('a violated check explains its problem, its failed step and the skipped rest', () => {
  const facts = someFacts({
    checks: [aCheck(violated)],
    problem: problem('WLD-103'),
    steps: [aStep(), aStep({ status: 'failed' }), aStep({ status: 'skipped' })],
  });
  const { verdict, reason } = rollUpScenario(facts);
  assert.equal(verdict, 'fail');
  assert.match(reason, /issuerCardStatus 2/);
});

test('a held-back scenario says exactly why', () => {
  assert.equal(rollUpScenario(someFacts({ problem: problem('WLD-102'), checks: [] })).reason, 'trigger unconfirmed');
});

test('what is wrong over answers we replayed ourselves is wrong with the harness', () => {
  const facts = someFacts({ checks: [aCheck(violated)], problem: problem('WLD-103'), replayed: true });
  assert.equal(rollUpScenario(facts).verdict, 'harness-error');
});

test('marks say what did not run for real', () => {
  assert.deepEqual(rollUpScenario(someFacts({ replayed: true, expectedInvalid: true })).marks, [
    'simulated',
    'harness-only',
    'expected-invalid',
  ]);
  assert.deepEqual(rollUpScenario(someFacts({ targetClass: 'loopback' })).marks, ['simulated']);
  assert.deepEqual(rollUpScenario(someFacts({ targetClass: 'real' })).marks, []);
});

const check = fc
  .record({
    outcome: fc.constantFrom<CheckOutcome>('met', 'violated', 'undetermined'),
    provenance: fc.constantFrom('documented', 'confirmed', 'example', 'inferred', 'assumed'),
    questions: fc.constantFrom<string[][]>([], ['U-03']),
  })
  .map((change) => aCheck(change));
const found = fc
  .record({ level: fc.constantFrom<FindingLevel>('fail', 'review', 'advisory'), expected: fc.boolean() })
  .map((change) => aFinding(change));
const statuses: readonly StepStatus[] = ['passed', 'failed', 'skipped', 'undefined', 'pending', 'ambiguous'];
const facts = fc
  .record({
    checks: fc.array(check, { maxLength: 4 }),
    findings: fc.array(found, { maxLength: 3 }),
    wordless: fc.array(fc.constant({ exchangeId: 'x-000011', received: 'HTTP 502' }), { maxLength: 1 }),
    notJudged: fc.array(fc.constant({ exchangeId: 'x-000009', reason: 'no schema' }), { maxLength: 1 }),
    problem: fc.option(fc.constantFrom('WLD-101', 'WLD-102', 'WLD-103', 'WLD-104', 'TRC-1', 'unexpected').map(problem)),
    steps: fc.array(
      fc.constantFrom(...statuses).map((status) => aStep({ status })),
      { maxLength: 4 },
    ),
    organic: fc.boolean(),
  })
  .map((change) => someFacts(change));

test('a pass has met checks only, passed steps only and nothing unannounced', () => {
  fc.assert(
    fc.property(facts, (all) => {
      if (rollUpScenario(all).verdict !== 'pass') return;
      assert.ok(all.checks.length > 0 && all.checks.every(({ outcome }) => outcome === 'met'));
      assert.ok(all.steps.length > 0 && all.steps.every(({ status }) => status === 'passed'));
      assert.ok(all.findings.every(({ expected }) => expected));
      assert.equal(all.notJudged.length, 0);
      assert.equal(all.wordless.length, 0);
      assert.equal(all.problem, null);
    }),
    { numRuns: 2000 },
  );
});

test('one more finding, unjudged exchange or violated check never improves a scenario that ran', () => {
  const worsen: readonly ((all: ScenarioFacts) => ScenarioFacts)[] = [
    (all) => ({ ...all, findings: [...all.findings, aFinding()] }),
    (all) => ({ ...all, notJudged: [...all.notJudged, { exchangeId: 'x-000010', reason: 'no schema' }] }),
    (all) => ({ ...all, checks: [...all.checks, aCheck(violated)] }),
  ];
  fc.assert(
    fc.property(facts, fc.constantFrom(...worsen), (all, change) => {
      const before = verdictRank(rollUpScenario(all).verdict);
      const after = verdictRank(rollUpScenario(change(all)).verdict);
      // A fact about the product may explain what looked like a defect of ours; it never turns it into something green.
      assert.ok(after <= Math.max(before, verdictRank('inconclusive')));
    }),
    { numRuns: 2000 },
  );
});

test('every combination ends with a verdict and a reason', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const { verdict, reason } = rollUpScenario(all);
      assert.ok(verdictRank(verdict) >= 0);
      assert.notEqual(reason, '');
    }),
  );
});
