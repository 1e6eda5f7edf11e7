import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { embeddedMatrix, matrixSeed } from './test-kit/embedded-matrix.js';
import { runHere } from './test-kit/here.js';

const cwd = await mkdtemp(join(tmpdir(), 'axys-shards-'));
after(() => rm(cwd, { recursive: true, force: true }));

const rowsOf = (summary: string) =>
  JSON.stringify((JSON.parse(summary) as { readonly requirements: readonly unknown[] }).requirements);

// Rules over all traffic see the shards as one run, although each has a platform of its own on the embedded emulator.
it('the whole matrix in two shards, merged, gives the rows of the undivided run, byte for byte', async () => {
  for (const flags of [
    ['--out', 's1', '--shard', '1/2'],
    ['--out', 's2', '--shard', '2/2'],
  ]) {
    const { code, said } = await runHere(['run', '--seed', matrixSeed, ...flags], cwd);
    assert.equal(code, 0, said);
  }
  const { code, said } = await runHere(['merge', 's1/latest', 's2/latest', '--out', 'merged'], cwd);
  assert.equal(code, 0, said);
  const whole = await embeddedMatrix();
  assert.equal(whole.code, 0, whole.printed);
  const merged = await readFile(join(cwd, 'merged/latest/summary.json'), 'utf8');
  assert.equal(rowsOf(merged), JSON.stringify(whole.summary.requirements));
});
