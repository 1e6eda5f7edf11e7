import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { aResult } from '../verdict/testing/samples.js';
import { evidenceFolder } from './evidence-folder.js';
import { countVerdicts, summaryOf, writeSummary } from './summary.js';
import { aRun, withFolder } from './testing/sample-run.js';

test('the summary has exactly the pinned members', () => {
  assert.deepEqual(summaryOf(aRun()), {
    runId: 'run-1',
    decision: 'practice-pass',
    exitCode: 0,
    partial: false,
    target: { environment: 'emulator', class: 'emulator', baseUrl: 'https://127.0.0.1:4010/v2' },
    contract: { sha256: 'a'.repeat(64), version: '2.0' },
    counts: {
      fail: 0,
      'harness-error': 0,
      inconclusive: 0,
      vacuous: 0,
      'not-run': 0,
      review: 0,
      advisory: 0,
      pass: 1,
      'not-applicable': 0,
    },
    requirements: [
      {
        id: 'TM-29',
        title: 'Block and unblock',
        level: 'MUST',
        origin: 'derived',
        outcome: 'demonstrated',
        marks: ['simulated'],
        scenarios: [{ id: 'cards/hold:block-a-card', name: 'Block a card', verdict: 'pass', marks: ['simulated'] }],
      },
    ],
  });
});

test('what is written reads back as the summary', () =>
  withFolder(async (root) => {
    const run = aRun([aResult({ verdict: 'fail' })]);
    const summary = summaryOf(run);
    await writeSummary(evidenceFolder(root), run);
    assert.deepEqual(JSON.parse(await readFile(join(root, 'summary.json'), 'utf8')), summary);
    assert.equal(summary.decision, 'practice-fail');
    assert.match(summary.requirements[0]?.reason ?? '', /failed/);
  }));

test('a summary of another shape is not written', () =>
  withFolder(async (root) => {
    const run = aRun();
    const broken = { ...run, facts: { ...run.facts, contract: { sha256: 'short', version: '2.0' } } };
    await assert.rejects(writeSummary(evidenceFolder(root), broken), { code: 'EVD-102' });
    assert.deepEqual(await readdir(root), []);
  }));

test('an unknown word is counted as a harness error', () => {
  assert.equal(countVerdicts(['pass', 'green' as 'pass'])['harness-error'], 1);
});
