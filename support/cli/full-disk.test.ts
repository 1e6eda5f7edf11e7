import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { harnessParts, type HarnessParts } from '../runner/harness-parts.js';
import type { OpenAppendFile } from '../trace/append-file.js';
import { runHere, serveHere, type ServedHere } from './test-kit/here.js';

const pageSize = 4096;

/** A disk with this many pages left for the recording: a file whose last page has room may still grow when all are taken. */
function diskOf(pages: number): { readonly parts: HarnessParts; readonly refused: () => number } {
  let [left, refused] = [pages, 0];
  const openFile: OpenAppendFile = async (path) => {
    const file = await harnessParts.openFile(path);
    let size = 0;
    return {
      ...file,
      append: async (bytes) => {
        const taken = Math.ceil((size + bytes.byteLength) / pageSize) - Math.ceil(size / pageSize);
        if (taken > left) {
          refused += 1;
          throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        }
        await file.append(bytes);
        [left, size] = [left - taken, size + bytes.byteLength];
      },
    };
  };
  return { parts: { ...harnessParts, openFile }, refused: () => refused };
}

describe('a run whose disk fills up', () => {
  let served = '';
  let emulator: ServedHere;
  before(async () => {
    served = await mkdtemp(join(tmpdir(), 'axys-full-served-'));
    emulator = await serveHere(['--env-file', 'e.env'], served);
  });
  after(async () => {
    await emulator.stop();
    await rm(served, { recursive: true, force: true });
  });

  for (const pages of [12, 30, 45, 60]) {
    it(`after ${pages} pages is a failure of the harness, and goes on to its end once there is room`, async () => {
      const cwd = await mkdtemp(join(tmpdir(), 'axys-full-'));
      const target = ['--env-file', join(served, 'e.env')];
      const disk = diskOf(pages);
      const run = await runHere(['run', ...target, '--tags', '@TM-25 or @TM-27 or @TM-50'], cwd, disk.parts);
      assert.ok(disk.refused() > 0, 'the disk had room for all of it');
      assert.equal(run.code, 3, run.said);
      assert.match(run.said, /ENOSPC: no space left on device/);
      const [runId = ''] = (await readdir(join(cwd, 'reports/runs'))).filter((name) => /^run-[^.]+$/.test(name));
      assert.match(run.stderr, new RegExp(`To go on: axys-certify run --resume ${runId} --env-file `));
      assert.doesNotMatch(run.said, /--carry/);

      const resumed = await runHere(['run', '--resume', runId, ...target], cwd);
      assert.equal(resumed.code, 0, resumed.said);
      const pack = await runHere(['verify', 'reports/latest'], cwd);
      assert.equal(pack.code, 0, pack.said);
      await rm(cwd, { recursive: true, force: true });
    });
  }

  it('names one way on too where the emulator was a part of the run: a new one, which takes over what was shown', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'axys-full-embedded-'));
    const { code, said } = await runHere(['run', '--tags', '@TM-25 or @TM-27'], cwd, diskOf(30).parts);
    assert.equal(code, 3, said);
    assert.match(said, /^ {2}axys-certify run --carry run-/m);
    assert.doesNotMatch(said, /--resume/);
    await rm(cwd, { recursive: true, force: true });
  });
});
