import assert from 'node:assert/strict';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '../config/system-clock.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from '../contract/load-contract.js';
import type { Dossier } from '../diff/dossier/dossier.js';
import { startEmulator } from '../emulator/start-emulator.js';
import { capturedIo } from './captured-io.js';
import { writeHandover } from './handover.js';
import { main } from './main.js';

/** What the second run of the old version met and the first did not, without anybody having changed anything. */
const varying = { vary: ['extra-members'] } as const;

describe('two runs of the old version and one of the new', () => {
  let cwd = '';
  let [first, next] = ['', ''];
  const command = async (...argv: readonly string[]) => {
    const captured = capturedIo(cwd, { PATH: cwd });
    const code = await main(argv, captured.io);
    return { code, said: captured.stdout() + captured.stderr() };
  };
  /** Runs the row against an emulator that differs from ours in this; says how it ended, and where the pack is. */
  const run = async (
    differs: { vary?: readonly 'extra-members'[]; faults?: readonly string[] },
    ...flags: string[]
  ) => {
    const { vary = [], faults = [] } = differs;
    const server = await startEmulator({
      contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
      ...{ port: 0, seed: 5, timeScale: 2000, production: false, faults, vary, allowIps: ['127.0.0.1'] },
      ...{ profile: null, accessLog: null, clock: systemClock },
    });
    const handover = await writeHandover(join(cwd, 'e.env'), server);
    try {
      const ended = await command('run', '--env-file', 'e.env', '--tags', '@TM-29', '--seed', '5', ...flags);
      return { ...ended, pack: await realpath(join(cwd, 'reports/latest')) };
    } finally {
      await handover.remove();
      await server.close();
    }
  };

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-noise-'));
    const old = [await run({}), await run(varying)];
    for (const { code, said } of old) assert.equal(code, 0, said);
    const [baseline = '', again = ''] = old.map(({ pack }) => pack);
    const changed = { ...varying, faults: ['lifecycle/block-without-effect'] };
    const { code, said, pack } = await run(changed, '--baseline', baseline, '--noise', again);
    assert.equal(code, 1, said);
    [first, next] = [baseline, pack];
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  it('report what is new, and only count what varied before', async () => {
    const dossier = JSON.parse(await readFile(join(next, 'comparison/dossier.json'), 'utf8')) as Dossier;
    const rules = dossier.changes.map(({ rule }) => rule);
    assert.ok(rules.includes('row-contradicted'), rules.join());
    assert.ok(!rules.includes('undocumented-member-appeared'), rules.join());
    assert.ok(dossier.noise > 0);
    const verified = await command('verify', next);
    assert.equal(verified.code, 0, verified.said);
  });

  it('would report both without the second run of the old version', async () => {
    const { said } = await command('diff', first, next);
    assert.match(said, /undocumented-member-appeared [0-9a-f]{12}/);
    assert.match(said, /row-contradicted [0-9a-f]{12}/);
  });
});
