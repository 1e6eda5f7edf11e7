import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCheck, aFinding, aResult } from '../verdict/testing/samples.js';
import { anExchange, aRecording, aRun } from '../evidence/testing/sample-run.js';
import { deriveRun } from './derived-run.js';

test('every finding and unmet check gets its call and its command, worst first', async () => {
  const result = aResult({
    verdict: 'fail',
    checks: [aCheck({ outcome: 'violated', exchangeIds: ['x-000009', 'x-000001'] })],
    findings: [
      aFinding({ cause: 'added', level: 'advisory', exchangeId: 'x-000002' }),
      aFinding({ cause: 'announced', expected: true }),
    ],
  });
  const recording = aRecording([anExchange(), anExchange({ id: 'x-000002', replayed: true })]);
  const { findings } = await deriveRun(aRun([result]), recording);
  assert.deepEqual(
    findings.map(({ id, level, count }) => [id, level, count]),
    [
      ['check:card-active', 'fail', 1],
      ['added', 'advisory', 1],
    ],
  );
  const [violated, advisory] = findings.map(({ occurrences }) => occurrences[0]);
  assert.match(violated?.curl ?? '', /^curl --include https:.*\/cards\/7 /);
  assert.equal(violated?.replay, 'axys-certify run --scenario cards/hold:block-a-card');
  assert.deepEqual([advisory?.exchangeId, advisory?.curl], ['x-000002', null]);
});

test('what the run created is read from the recording and the frozen plan', async () => {
  const issued = anExchange({ operationId: 'issueVirtualCard' });
  const { leftovers, findings } = await deriveRun(aRun(), aRecording([issued, anExchange({ id: 'x-000002' })]));
  assert.deepEqual(findings, []);
  assert.deepEqual(
    leftovers.kinds.map(({ kind, objects }) => [kind, objects.map(({ id }) => id)]),
    [['card', [7]]],
  );
});

test('a plan that does not say what operations create stops the writing and is named', async () => {
  for (const creations of ['{', '{}', '{"issueVirtualCard":"castle"}', '[]']) {
    const recording = aRecording([], { 'plan/creations.json': creations });
    await assert.rejects(deriveRun(aRun(), recording), { code: 'VFY-302', message: /plan\/creations\.json/ });
  }
});
