import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startChild } from './test-kit/child.js';
import { serveHere, type ServedHere } from './test-kit/here.js';

describe('a server whose certificate nobody vouches for', () => {
  let cwd = '';
  let emulator: ServedHere;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-identity-'));
    emulator = await serveHere(['--env-file', 'e.env', '--access-log', 'access.ndjson'], cwd);
    const lines = (await readFile(join(cwd, 'e.env'), 'utf8')).split('\n');
    const without = lines.filter((line) => !line.startsWith('AXYS_CA_PATH='));
    assert.equal(without.length, lines.length - 1);
    await writeFile(join(cwd, 'without-ca.env'), without.join('\n'), { mode: 0o600 });
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  for (const [command, code] of [
    [['run', '--tags', '@TM-10'], 2],
    [['doctor'], 1],
  ] as const) {
    it(`gets neither key nor request from ${command[0]}, whatever the environment says of TLS`, async () => {
      const lax = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
      const child = startChild([...command, '--env-file', 'without-ca.env'], cwd, lax);
      assert.equal(await child.ended, code, child.stdout() + child.stderr());
      assert.equal(await readFile(join(cwd, 'access.ndjson'), 'utf8'), '');
    });
  }
});
