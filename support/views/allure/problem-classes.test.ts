import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../trace/exchange.js';
import { aCheck, aFinding, aResult } from '../../verdict/testing/samples.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { scenarioVerdicts } from '../../verdict/verdict.js';
import { anExchange } from '../../evidence/testing/sample-run.js';
import { problemClasses, problemClassesOf } from './problem-classes.js';

const met = { for: 'x', deadlineSeconds: 1, startedAt: '', endedAt: '', met: true, timeline: [] };
const answered = (status: number, change: Partial<Exchange> = {}) =>
  anExchange({ response: { status, headers: {}, body: { kind: 'none' } }, ...change });

const cases: readonly {
  readonly title: string;
  readonly result: Partial<ScenarioResult>;
  readonly exchanges?: readonly Exchange[];
  readonly classes: readonly string[];
}[] = [
  { title: 'a finding', result: { findings: [aFinding()] }, classes: ['contract-violation'] },
  { title: 'an announced finding', result: { findings: [aFinding({ expected: true })] }, classes: ['behaviour'] },
  { title: 'a violated check', result: { checks: [aCheck({ outcome: 'violated' })] }, classes: ['behaviour'] },
  { title: 'no answer', result: {}, exchanges: [anExchange({ response: null })], classes: ['environment'] },
  { title: 'a refused caller', result: {}, exchanges: [answered(403)], classes: ['environment'] },
  {
    title: 'a refusal that was provoked, and one that we replayed',
    result: {},
    exchanges: [answered(401, { identity: 'wrong-key' }), answered(503, { replayed: true })],
    classes: ['behaviour'],
  },
  {
    title: 'a check over replayed answers',
    result: { verdict: 'harness-error', checks: [aCheck({ outcome: 'violated' })] },
    exchanges: [answered(200, { replayed: true })],
    classes: ['harness'],
  },
  { title: 'a deadline', result: { waits: [met, { ...met, met: false }] }, classes: ['timing'] },
  { title: 'a lapsed code', result: { problem: { code: 'WLD-109', message: '' } }, classes: ['timing'] },
  {
    title: 'our own mistake and a finding',
    result: { verdict: 'harness-error', findings: [aFinding()] },
    classes: ['contract-violation', 'harness'],
  },
];

for (const { title, result, exchanges = [anExchange()], classes } of cases) {
  test(`${title}: ${classes.join(' and ')}`, () => {
    assert.deepEqual(problemClassesOf({ result: aResult({ verdict: 'fail', ...result }), exchanges }), classes);
  });
}

test('what is green or skipped has no class, everything else has one', () => {
  const without = scenarioVerdicts.filter(
    (verdict) => problemClassesOf({ result: aResult({ verdict }), exchanges: [] }).length === 0,
  );
  assert.deepEqual(without, ['not-run', 'advisory', 'pass', 'not-applicable']);
});

test('the classes are the five that people sort by', () => {
  assert.deepEqual(
    problemClasses.map(({ title }) => title),
    ['Contract violation', 'Behaviour', 'Environment and authentication', 'Timing', 'Harness'],
  );
});
