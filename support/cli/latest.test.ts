import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { capturedIo } from './captured-io.js';
import { forgetLatest, pointLatest, reportsFoldersIn } from './latest.js';
import { main } from './main.js';

describe('latest', () => {
  it('points at the newest run, relatively, and forgets it', async () => {
    const reports = await mkdtemp(join(tmpdir(), 'axys-latest-'));
    await pointLatest(reports, 'run-1');
    await pointLatest(reports, 'run-2');
    assert.equal(await readlink(join(reports, 'latest')), 'runs/run-2');
    assert.deepEqual(await readdir(reports), ['latest']);
    await mkdir(join(reports, 'runs'));
    await writeFile(join(reports, 'runs/run-2.zip'), '');
    await pointLatest(reports, 'run-2');
    assert.equal(await readlink(join(reports, 'latest.zip')), 'runs/run-2.zip');
    await rm(join(reports, 'runs'), { recursive: true });
    await forgetLatest(reports);
    await forgetLatest(reports);
    assert.deepEqual(await readdir(reports), []);
    await rm(reports, { recursive: true });
  });

  it('is replaced where a process died over pointing at the same run', async () => {
    const reports = await mkdtemp(join(tmpdir(), 'axys-latest-'));
    await symlink('runs/run-1', join(reports, '.latest-run-1'));
    await pointLatest(reports, 'run-1');
    assert.equal(await readlink(join(reports, 'latest')), 'runs/run-1');
    assert.deepEqual(await readdir(reports), ['latest']);
    await rm(reports, { recursive: true });
  });

  it('takes a copy of a run away, and nothing else that is a folder of that name', async () => {
    const reports = await mkdtemp(join(tmpdir(), 'axys-latest-'));
    const latest = join(reports, 'latest');
    await mkdir(join(latest, 'plan'), { recursive: true });
    await forgetLatest(reports);
    await mkdir(latest);
    await forgetLatest(reports);
    assert.deepEqual(await readdir(reports), []);
    await mkdir(latest);
    await writeFile(join(latest, 'thesis.txt'), '');
    await assert.rejects(forgetLatest(reports), { code: 'CMD-305', exit: 3 });
    assert.deepEqual(await readdir(latest), ['thesis.txt']);
    await rm(reports, { recursive: true });
  });

  it('finds the reports folder in a command line that may be wrong elsewhere', () => {
    assert.deepEqual(reportsFoldersIn(['run', '--bogus'], '/w'), ['/w/reports']);
    assert.deepEqual(reportsFoldersIn(['run', '--out', 'x', '--bogus'], '/w'), ['/w/x']);
    assert.deepEqual(reportsFoldersIn(['run', '--out=/abs'], '/w'), ['/abs']);
    assert.deepEqual(reportsFoldersIn(['run', '--out'], '/w'), ['/w/reports']);
    assert.deepEqual(reportsFoldersIn(['run', '--out', 'x', '--out=y', '--out='], '/w'), ['/w/x', '/w/y']);
  });

  it('says with a code that a file stands in the place of the reports folder, also beside a usage error', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'axys-latest-'));
    await writeFile(join(folder, 'file'), '');
    await assert.rejects(forgetLatest(join(folder, 'file')), { code: 'CMD-103', exit: 64 });
    const captured = capturedIo(folder);
    assert.equal(await main(['run', '--out', 'file', '--bogus'], captured.io), 64);
    assert.match(captured.stderr(), /CMD-103[^]*CMD-101/);
    await rm(folder, { recursive: true });
  });
});
