import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCheck, aFinding, aResult } from '../../verdict/testing/samples.js';
import { scenarioVerdicts } from '../../verdict/verdict.js';
import { allureStatus, causePattern, classPattern, statusDetails, stepStatus } from './status.js';

test('every verdict is shown as the mapping says; Allure has no word for a review', () => {
  assert.deepEqual(scenarioVerdicts.map(allureStatus), [
    'failed',
    'broken',
    'broken',
    'broken',
    'skipped',
    null,
    'passed',
    'passed',
    'skipped',
  ]);
});

test('a failed step is a failure of the product only when its scenario is', () => {
  assert.equal(stepStatus('failed', 'fail'), 'failed');
  assert.equal(stepStatus('failed', 'inconclusive'), 'broken');
  assert.equal(stepStatus('undefined', 'harness-error'), 'broken');
});

test('the details start with our own word and name every cause', () => {
  const result = aResult({
    verdict: 'fail',
    reason: 'why',
    checks: [aCheck({ outcome: 'violated' })],
    findings: [aFinding()],
  });
  const { message, trace = '' } = statusDetails(result, ['timing']);
  assert.equal(message, '[fail] why');
  assert.equal(trace.split('\n').length, 3);
  assert.match(trace, new RegExp(`^${classPattern('timing')}$`));
  assert.doesNotMatch(trace, new RegExp(`^${classPattern('harness')}$`));
});

test('the pattern of a cause finds exactly its own cause', () => {
  const result = aResult({ verdict: 'fail', findings: [aFinding({ cause: 'body /a.b (x|y)' })] });
  const { trace = '' } = statusDetails(result, []);
  assert.match(trace, new RegExp(`^${causePattern('body /a.b (x|y)')}$`));
  assert.doesNotMatch(trace, new RegExp(`^${causePattern('body /aXb (x|y)')}$`));
  assert.doesNotMatch(trace, new RegExp(`^${causePattern('body /a.b')}$`));
});
