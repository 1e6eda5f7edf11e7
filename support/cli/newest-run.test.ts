import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { newestRun } from './newest-run.js';
import { runMeant } from './run-to-resume.js';

const [first, second, third] = [
  'run-20260101T000000Z-ffffff',
  'run-20260102T000000Z-000000',
  'run-20260103T000000Z-000000',
];

let reports = '';
beforeEach(async () => {
  reports = await mkdtemp(join(tmpdir(), 'axys-newest-'));
});
afterEach(() => rm(reports, { recursive: true, force: true }));

async function write(...path: readonly string[]): Promise<void> {
  const file = join(reports, ...path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '{}');
}

test('of undivided and parallel runs it is the one that began last', async () => {
  await write('runs', first, 'plan/run.json');
  assert.equal(await newestRun(reports), first);
  await write('parallel', second, 'parallel.json');
  assert.equal(await newestRun(reports), second);
  await write('runs', third, 'plan/run.json');
  assert.equal(await newestRun(reports), third);
});

test('what is no run, and a run that ended before its first call, are none', async () => {
  assert.equal(await newestRun(join(reports, 'absent')), null);
  await write('runs', 'run-copy', 'plan/run.json');
  await write('runs', third, 'logs/run.ndjson');
  await write('runs', `${second}.zip`);
  assert.equal(await newestRun(reports), null);
});

test('`latest` means the newest run only where no run was sealed since it began', async () => {
  await write('runs', first, 'plan/run.json');
  assert.deepEqual(await Promise.all([runMeant('latest', reports), runMeant(second, reports)]), [first, second]);
  await write('latest', 'plan/run.json');
  assert.equal(await runMeant('latest', reports), 'latest');
});
