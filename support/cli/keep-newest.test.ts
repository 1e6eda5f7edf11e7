import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { someComparison } from '../diff/dossier/testing/sample-comparison.js';
import { aRun } from '../evidence/testing/sample-run.js';
import { capturedIo } from './captured-io.js';
import { keepNewest } from './keep-newest.js';

let reports = '';
before(async () => (reports = await mkdtemp(join(tmpdir(), 'axys-keep-'))));
after(() => rm(reports, { recursive: true, force: true }));

const comparison = someComparison('text');
const baseline = comparison.dossier.baseline.runId;
const [older, own] = ['run-20261101T080000Z-cccccc', 'run-20261121T080000Z-aaaaaa'];
const run = { ...aRun(), comparison, facts: { ...aRun().facts, runId: own } };

test('a run that was stopped removes nothing; one that ended spares the pack it compared itself with', async () => {
  for (const runId of [older, baseline, own]) {
    await mkdir(join(reports, 'runs', runId), { recursive: true });
    for (const file of ['manifest.json', 'summary.json'])
      await writeFile(join(reports, 'runs', runId, file), JSON.stringify({ runId, decision: 'practice-pass' }));
  }
  const stopped = capturedIo(reports, {});
  await keepNewest(1, { run, reports }, { ...stopped.io, interrupted: AbortSignal.abort() });
  assert.match(stopped.stderr(), /older runs stay, because this run was stopped/);
  assert.equal((await readdir(join(reports, 'runs'))).length, 3);
  const ended = capturedIo(reports, {});
  await keepNewest(1, { run, reports }, ended.io);
  assert.deepEqual((await readdir(join(reports, 'runs'))).sort(), [baseline, own]);
  assert.match(ended.stderr(), /removed 1 older run: run-20261101.*\n.*left 1 older run because this run rests on it/);
});
