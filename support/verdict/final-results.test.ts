import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finalResults } from './final-results.js';
import { aResult } from './testing/samples.js';
import type { ScenarioVerdict } from './verdict.js';

function finalOf(...verdicts: ScenarioVerdict[]) {
  const results = finalResults(verdicts.map((verdict, index) => aResult({ verdict, attempt: index + 1, marks: [] })));
  assert.equal(results.length, verdicts.length === 0 ? 0 : 1);
  return results[0];
}

test('a single attempt is final as it is', () => {
  assert.deepEqual(finalOf('pass')?.marks, []);
});

test('a failed attempt stays final and is marked unstable when another one passed', () => {
  assert.equal(finalOf('fail', 'pass')?.verdict, 'fail');
  assert.deepEqual(finalOf('fail', 'pass')?.marks, ['unstable']);
});

test('a later attempt replaces an inconclusive one, and says so', () => {
  assert.equal(finalOf('inconclusive', 'pass')?.verdict, 'pass');
  assert.deepEqual(finalOf('inconclusive', 'pass')?.marks, ['unstable']);
});

test('an attempt that did not run leaves no mark', () => {
  assert.deepEqual(finalOf('not-run', 'pass')?.marks, []);
});

test('attempts count by number, not by place', () => {
  const results = finalResults([
    aResult({ attempt: 2, verdict: 'pass' }),
    aResult({ attempt: 1, verdict: 'inconclusive' }),
  ]);
  assert.equal(results[0]?.verdict, 'pass');
});

test('what a stopped run left is not held against the attempt that went on with it', () => {
  const stopped = { code: 'WLD-106', message: 'stopped' };
  const results = finalResults([
    aResult({ attempt: 1, verdict: 'inconclusive', problem: stopped, marks: [] }),
    aResult({ attempt: 2, verdict: 'pass', marks: [] }),
  ]);
  assert.deepEqual([results[0]?.verdict, results[0]?.marks], ['pass', []]);
});

test('a violation seen before the stop stays', () => {
  const stopped = { code: 'WLD-106', message: 'stopped' };
  const results = finalResults([
    aResult({ attempt: 1, verdict: 'fail', problem: stopped, marks: [] }),
    aResult({ attempt: 2, verdict: 'pass', marks: [] }),
  ]);
  assert.equal(results[0]?.verdict, 'fail');
});
