import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { aRun } from '../evidence/testing/sample-run.js';
import { appendStepSummary } from './append-step-summary.js';
import { capturedIo } from './captured-io.js';

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'axys-summary-'))));
after(() => rm(folder, { recursive: true, force: true }));

async function appended(run: ReturnType<typeof aRun>, target: string | null): Promise<string> {
  const captured = capturedIo(folder, target === null ? {} : { GITHUB_STEP_SUMMARY: target });
  await appendStepSummary(run, '/runs/run-1', captured.io);
  return captured.stderr();
}

test('the summary is added to what the step has said already', async () => {
  await writeFile(join(folder, 'said.md'), 'before\n');
  assert.equal(await appended(aRun(), 'said.md'), '');
  assert.match(await readFile(join(folder, 'said.md'), 'utf8'), /^before\n## axys-certify: PRACTICE-PASS/);
  assert.equal(await appended(aRun(), null), '');
  assert.equal(await appended(aRun(), ''), '');
});

test('of a pack with card data nothing is shown but that', async () => {
  const run = aRun();
  await appended({ ...run, recorded: { ...run.recorded, cardData: 'broken' } }, 'broken.md');
  const text = await readFile(join(folder, 'broken.md'), 'utf8');
  assert.match(text, /^## axys-certify: TAMPERED \(exit 4\)\n\nThe evidence of this run holds card data/);
  assert.doesNotMatch(text, /TM-29/);
});

test('a full file or one that cannot be written is told with the place of the summary in the pack', async () => {
  await writeFile(join(folder, 'full.md'), Buffer.alloc(1024 * 1024 - 100, 'x'));
  assert.match(await appended(aRun(), 'full.md'), /^SUM-101: .*holds 1048476 bytes already.*\n.*step-summary\.md/);
  assert.match(await appended(aRun(), join('missing', 'file.md')), /^SUM-101: .*its folder is not there/);
});
