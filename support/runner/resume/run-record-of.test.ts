import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runHere } from '../../cli/test-kit/here.js';
import { runRecordFile, type RunRecord } from './run-record.js';

const cwd = await mkdtemp(join(tmpdir(), 'axys-record-'));
after(() => rm(cwd, { recursive: true, force: true }));

async function recordOf(seed: string): Promise<RunRecord> {
  const { code, said } = await runHere(['run', '--tags', '@TM-10', '--seed', seed, '--out', seed], cwd);
  assert.equal(code, 0, said);
  return JSON.parse(await readFile(join(cwd, seed, 'latest', runRecordFile), 'utf8')) as RunRecord;
}

// Evidence is only carried between runs of one program profile: merged shards have a seed that nobody gave.
test('the program of an embedded emulator is the same whatever its seed makes of what it has in store', async () => {
  const [one, other] = [await recordOf('7'), await recordOf('8')];
  assert.equal(one.programSha256, other.programSha256);
  assert.notEqual(one.profileSha256, other.profileSha256);
});
