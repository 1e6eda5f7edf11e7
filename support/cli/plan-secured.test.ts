import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { secureFolder } from '../evidence/secure-folder.js';
import { harnessParts } from '../runner/harness-parts.js';
import { runHere, serveHere } from './test-kit/here.js';

/** The parts of a machine that tells of what it puts on the disk, as it lies there then. */
function watched(secure: (folder: string) => Promise<void>) {
  const seen: { readonly plan: readonly string[]; readonly journal: string; readonly exchanges: string }[] = [];
  const parts = {
    ...harnessParts,
    secureFolder: async (folder: string) => {
      const [journal, exchanges] = await Promise.all(
        ['journal/events.ndjson', 'exchanges/exchanges.ndjson'].map((path) => readFile(join(folder, path), 'utf8')),
      );
      const plan = await readdir(join(folder, 'plan'));
      seen.push({ plan, journal: journal ?? '', exchanges: exchanges ?? '' });
      await secure(folder);
    },
  };
  return { parts, seen };
}

async function inFolder(use: (cwd: string) => Promise<void>): Promise<void> {
  const cwd = await mkdtemp(join(tmpdir(), 'axys-plan-secured-'));
  await use(cwd).finally(() => rm(cwd, { recursive: true, force: true }));
}

describe('the frozen plan of a run on a target that lasts', () => {
  it('is on the disk, whole, before the journal begins and before the first call', () =>
    inFolder(async (cwd) => {
      const emulator = await serveHere(['--env-file', 'e.env'], cwd);
      const { parts, seen } = watched(secureFolder);
      const run = await runHere(['run', '--env-file', 'e.env', '--tags', '@TM-01'], cwd, parts).finally(emulator.stop);
      assert.equal(run.code, 0, run.said);
      assert.equal(seen.length, 1);
      for (const file of ['contract.json', 'run.json', 'program.json', 'scenarios.json', 'budget.json'])
        assert.ok(seen[0]?.plan.includes(file), file);
      assert.deepEqual([seen[0]?.journal, seen[0]?.exchanges], ['', '']);
    }));

  it('stops the run before its first call where the disk does not take it', () =>
    inFolder(async (cwd) => {
      const emulator = await serveHere(['--env-file', 'e.env'], cwd);
      const { parts, seen } = watched((folder) => secureFolder(join(folder, 'nowhere')));
      const run = await runHere(['run', '--env-file', 'e.env', '--tags', '@TM-01'], cwd, parts).finally(emulator.stop);
      assert.equal(run.code, 3, run.said);
      assert.match(run.said, /EVD-101: The artefact .*nowhere cannot be written: ENOENT/);
      const [runId = ''] = await readdir(join(cwd, 'reports/runs'));
      const exchanges = await readFile(join(cwd, 'reports/runs', runId, 'exchanges/exchanges.ndjson'), 'utf8');
      assert.deepEqual([exchanges, seen.length], ['', 1]);
    }));

  it('needs no disk where the emulator ends with the run', () =>
    inFolder(async (cwd) => {
      const { parts, seen } = watched(secureFolder);
      const run = await runHere(['run', '--tags', '@TM-01'], cwd, parts);
      assert.equal(run.code, 0, run.said);
      assert.equal(seen.length, 0);
    }));
});
