import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { forgetWorkers, readParallelState, writeParallelState, type ParallelState } from './parallel-state.js';

const state: ParallelState = {
  ...{ runId: 'run-20260101T000000Z-abcdef', of: 3, aloneLast: true },
  ...{ selection: ['--tags', '@TM-10'], setting: [] },
};

describe('the state of a parallel run', () => {
  let reports = '';
  before(async () => {
    reports = await mkdtemp(join(tmpdir(), 'axys-parallel-state-'));
  });
  after(() => rm(reports, { recursive: true, force: true }));

  it('that a lost machine left half of, empty or as nothing sensible, is a configuration error', async () => {
    await writeParallelState(reports, state);
    assert.deepEqual(await readParallelState(state.runId, reports, reports), state);
    const file = join(reports, 'parallel', state.runId, 'parallel.json');
    for (const torn of ['', '{ "runId": "run-2026', 'null', '[]', '{ "runId": "run-20260101T000000Z-abcdef" }']) {
      await writeFile(file, torn);
      await assert.rejects(readParallelState(state.runId, reports, reports), { code: 'RES-202', exit: 78 }, torn);
    }
  });

  it('is removed before the workers it speaks of, so that no part is ever begun a second time', async () => {
    await writeParallelState(reports, state);
    const removed: string[] = [];
    await assert.rejects(
      forgetWorkers(reports, state.runId, (path) => {
        removed.push(basename(path.toString()));
        return removed.length === 1 ? rm(path) : Promise.reject(new Error('killed'));
      }),
      /killed/,
    );
    assert.deepEqual(removed, ['parallel.json', state.runId]);
    assert.equal(await readParallelState(state.runId, reports, reports), null);
  });
});
