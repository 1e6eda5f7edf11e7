import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEarlierRuns } from './earlier-runs.js';

test('an earlier run that is not there is a slip of the command line, one that cannot be read is no history', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'axys-earlier-'));
  const reports = join(cwd, 'reports');
  await mkdir(join(reports, 'runs/run-empty'), { recursive: true });
  await writeFile(join(cwd, 'torn.zip'), 'PK');
  await assert.rejects(readEarlierRuns(['nope'], reports, cwd), { code: 'VFY-101', exit: 64 });
  for (const unread of ['run-empty', 'torn.zip'])
    await assert.rejects(readEarlierRuns([unread], reports, cwd), { code: 'CMD-306', exit: 3 });
  await rm(cwd, { recursive: true });
});
