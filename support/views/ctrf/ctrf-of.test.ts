import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../../config/evidence-schema.js';
import { aCheck, aResult, aStep } from '../../verdict/testing/samples.js';
import { scenarioVerdicts } from '../../verdict/verdict.js';
import { harFileOf } from '../har/har-file.js';
import { aRun } from '../../evidence/testing/sample-run.js';
import { verdictMapping } from '../verdict-mapping.js';
import { ctrfFrame, ctrfTests } from './ctrf-of.js';
import type { CtrfReport } from './ctrf-report.js';
import type { DecidedRun } from '../../evidence/decided-run.js';

/** The whole report of a run, every test of it. */
function ctrfOf(run: DecidedRun): CtrfReport {
  const shown = { run, shown: run.results };
  return ctrfFrame(shown)([...ctrfTests(shown)]);
}

test('every verdict is counted as the mapping says and kept as our own word', () => {
  const { results } = ctrfOf(aRun(scenarioVerdicts.map((verdict) => aResult({ id: verdict, verdict }))));
  const count = (status: string) => Object.values(verdictMapping).filter(({ ctrf }) => ctrf === status).length;
  const { summary, tests } = results;
  for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'] as const)
    assert.equal(summary[status], count(status), status);
  assert.equal(summary.tests, scenarioVerdicts.length);
  assert.deepEqual(
    tests.map(({ rawStatus }) => rawStatus),
    [...scenarioVerdicts],
  );
});

test('a test says what was done, what was wrong, and where its traffic lies', () => {
  const result = aResult({
    ...{ verdict: 'fail', reason: 'not active', attempt: 2 },
    checks: [aCheck({ outcome: 'violated', received: '2' })],
    steps: [aStep({ status: 'failed' }), aStep({ status: 'undefined', keyword: 'And ' })],
  });
  const [written] = ctrfOf(aRun([result])).results.tests;
  assert.ok(written);
  assert.equal(written.message, 'not active');
  assert.match(written.trace ?? '', /^fail check:card-active: .*received 2$/);
  assert.deepEqual(
    written.steps.map(({ name, status }) => [name, status]),
    [
      ['Then the card is active', 'failed'],
      ['And the card is active', 'other'],
    ],
  );
  assert.deepEqual([written.retries, written.stop - written.start], [1, 12]);
  assert.equal(written.attachments[0]?.path, harFileOf(result.id));
});

test('rows of an Outline stay apart', () => {
  const { tests } = ctrfOf(aRun([aResult({ id: 'f:ends[1]' }), aResult({ id: 'f:ends[2]' })])).results;
  assert.equal(new Set(tests.map(({ name }) => name)).size, 2);
});

test('a report has the shape of the schema, also without a scenario; other members and words are refused', () => {
  const report = ctrfOf(aRun(scenarioVerdicts.map((verdict) => aResult({ id: verdict, verdict, steps: [aStep()] }))));
  assert.equal(shapeProblem('ctrf', report), null);
  assert.equal(shapeProblem('ctrf', ctrfOf(aRun([]))), null);
  assert.notEqual(shapeProblem('ctrf', { ...report, comment: '' }), null);
  const tests = [{ ...report.results.tests[0], status: 'green' }];
  assert.notEqual(shapeProblem('ctrf', { ...report, results: { ...report.results, tests } }), null);
});
