import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { followGuide, guideMisses } from '../evidence/testing/run-guide.js';
import { runHere, serveHere, type ServedHere } from './test-kit/here.js';

const misses = await guideMisses();

describe('VERIFY.md of a pack that the harness made', { skip: misses ?? false }, () => {
  let cwd = '';
  let emulator: ServedHere;

  /** The pack of a command that ends well, below its own folder. */
  const packOf = async (out: string, ...argv: readonly string[]): Promise<string> => {
    const { code, said } = await runHere([...argv, '--out', out], cwd);
    assert.equal(code, 0, said);
    return realpath(join(cwd, out, 'latest'));
  };
  const run = (out: string, ...flags: readonly string[]) => packOf(out, 'run', '--env-file', 'e.env', ...flags);

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-guide-'));
    emulator = await serveHere(['--env-file', 'e.env'], cwd);
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  it('ends with OK for a plain, a carried and a merged one, and finds what is added', async () => {
    const plain = await run('plain', '--tags', '@TM-10 or @TM-29');
    const carried = await run('carried', '--tags', '@TM-12', '--carry', plain);
    const selection = ['--tags', '@TM-10 or @TM-29'];
    const first = await run('one', ...selection, '--shard', '1/2');
    const second = await run('two', ...selection, '--shard', '2/2');
    const merged = await packOf('merged', 'merge', first, second);
    for (const pack of [plain, carried, merged]) {
      const { steps, said } = await followGuide(pack);
      assert.deepEqual(steps, ['OK', 'OK', 'OK', 'FAILED'], said);
      const signer = /has the fingerprint ([0-9a-f]{64})/.exec(said)?.[1];
      assert.deepEqual((await followGuide(pack, signer)).steps, ['OK', 'OK', 'OK', 'OK']);
      await writeFile(join(pack, 'attestations/CERTIFICATE.html'), '');
      const added = await followGuide(pack, signer);
      assert.deepEqual(added.steps, ['OK', 'FAILED', 'OK', 'OK'], added.said);
    }
  });
});
