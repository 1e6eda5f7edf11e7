import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from './evidence-schema.js';
import { aFinding, aResult } from '../verdict/testing/samples.js';
import { marks, scenarioVerdicts } from '../verdict/verdict.js';

test('a scenario result with every part has the recorded shape', () => {
  const wait = {
    for: 'cardholder status Approved',
    deadlineSeconds: 7200,
    startedAt: '2026-11-21T08:00:00.000Z',
    endedAt: '2026-11-21T08:00:01.000Z',
    met: true,
    timeline: [{ at: '2026-11-21T08:00:00.500Z', state: 'Pending', exchangeId: 'x-000001' }],
  };
  const problem = { code: 'WLD-101', message: 'not reached' };
  assert.equal(shapeProblem('result', aResult({ findings: [aFinding()], waits: [wait], problem, marks })), null);
});

test('every verdict word has a place in the recorded shape, and no other has', () => {
  for (const verdict of scenarioVerdicts) assert.equal(shapeProblem('result', aResult({ verdict })), null);
  assert.equal(shapeProblem('result', aResult({ verdict: 'green' as 'pass' }))?.where, '/verdict');
});

test('a problem names place, expected and received', () => {
  const problem = shapeProblem('result', { ...aResult(), line: 'seven' });
  assert.deepEqual(problem, { where: '/line', expected: 'an integer', received: 'a string of 5 characters' });
});

test('a problem quotes no text, whatever file somebody named by mistake', () => {
  const secret = '-----BEGIN PRIVATE KEY----- MC4CAQAwBQYDK2VwBCIEIBZN7t1F';
  for (const [data, received] of [
    [secret, `a string of ${secret.length} characters`],
    [{ [secret]: 1 }, 'an object with 1 members'],
    [[{ fingerprint: secret }], 'none'],
    [null, 'null'],
  ] as const) {
    assert.deepEqual(shapeProblem('approvals', data)?.received, received);
  }
});
