import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { activeRunsIn, takeRunLock, type TakenLock } from './active-run.js';
import { guardOf } from './lock-file.js';
import type { Processes, ProcessMark } from '../config/processes.js';

/** A machine with these processes; we are `own`. */
function machine(own: ProcessMark, ...running: readonly ProcessMark[]): Processes {
  const alive = [own, ...running];
  return {
    own: () => Promise.resolve(own),
    isRunning: ({ pid, born }) => Promise.resolve(alive.some((one) => one.pid === pid && one.born === born)),
  };
}

const first = { pid: 100, born: 'a:1' };
const second = { pid: 200, born: 'a:2' };
const at = (runId: string, processes: Processes) => ({ runId, startedAt: '2026-11-21T06:00:00.000Z', processes });

describe('takeRunLock', () => {
  let folder = '';
  let count = 0;
  const fresh = () => join(folder, `run-${String((count += 1))}`, 'active.json');
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-active-'));
  });
  after(async () => rm(folder, { recursive: true, force: true }));

  it('takes a lock nobody has and gives it back', async () => {
    const file = fresh();
    const { lock, heldBy } = await takeRunLock(file, at('run-a', machine(first)));
    assert.equal(heldBy, null);
    assert.deepEqual(await readdir(join(file, '..')), ['active.json']);
    await lock.release();
    await lock.release();
    assert.deepEqual(await readdir(join(file, '..')), []);
  });

  it('names the holder while its process lives, and leaves its lock alone', async () => {
    const file = fresh();
    await takeRunLock(file, at('run-a', machine(first)));
    const { lock, heldBy } = await takeRunLock(file, at('run-b', machine(second, first)));
    assert.equal(lock, null);
    assert.equal(heldBy.runId, 'run-a');
    assert.equal(heldBy.pid, 100);
    assert.deepEqual(await readdir(join(file, '..')), ['active.json']);
  });

  it('replaces the lock of a dead process', async () => {
    const file = fresh();
    await takeRunLock(file, at('run-a', machine(first)));
    const { lock } = await takeRunLock(file, at('run-b', machine(second)));
    assert.notEqual(lock, null);
  });

  it('replaces the lock of a pid that another process has by now, its own included', async () => {
    const file = fresh();
    await takeRunLock(file, at('run-a', machine(first)));
    const { lock } = await takeRunLock(file, at('run-b', machine({ pid: first.pid, born: 'b:9' })));
    assert.notEqual(lock, null);
  });

  it('replaces a file that names nobody', async () => {
    const file = fresh();
    await takeRunLock(file, at('run-a', machine(first)));
    await writeFile(file, '{"runId": "run-a", "pi');
    const { lock } = await takeRunLock(file, at('run-b', machine(second, first)));
    assert.notEqual(lock, null);
  });

  it('gives a stale lock to one of many that want it at once', async () => {
    const file = fresh();
    await takeRunLock(file, at('run-dead', machine({ pid: 1, born: 'a:0' })));
    const marks = Array.from({ length: 8 }, (_each, index) => ({ pid: 300 + index, born: 'a:3' }));
    const taken = await Promise.all(
      marks.map(async (mark, index) => takeRunLock(file, at(`run-${String(index)}`, machine(mark, ...marks)))),
    );
    assert.equal(taken.filter(({ lock }) => lock !== null).length, 1);
  });

  it('does not touch the fresh lock of another that was quicker with a stale one', async () => {
    const file = fresh();
    const third = { pid: 400, born: 'a:4' };
    await takeRunLock(file, at('run-dead', machine({ pid: 1, born: 'a:0' })));
    const taken: TakenLock[] = [];
    let looks = 0;
    // The slow one learns that the holder is dead; before it acts, one takes the lock, and later another one tries.
    const slow: Processes = {
      own: () => Promise.resolve(first),
      isRunning: async ({ pid }) => {
        looks += 1;
        if (looks === 1) taken.push(await takeRunLock(file, at('run-b', machine(second, first, third))));
        if (looks === 2) taken.push(await takeRunLock(file, at('run-c', machine(third, first, second))));
        return pid !== 1;
      },
    };
    taken.push(await takeRunLock(file, at('run-a', slow)));
    assert.deepEqual(
      taken.map(({ heldBy }) => heldBy?.runId ?? 'has it'),
      ['has it', 'run-b', 'run-b'],
    );
    assert.deepEqual(await readdir(join(file, '..')), ['active.json']);
  });

  it('goes on where another died while it replaced a stale lock', async () => {
    const file = fresh();
    await takeRunLock(file, at('run-a', machine(first)));
    await takeRunLock(guardOf(file, await readFile(file, 'utf8')), at('run-b', machine(second)));
    const { lock } = await takeRunLock(file, at('run-c', machine({ pid: 400, born: 'a:4' })));
    assert.notEqual(lock, null);
    assert.deepEqual(await readdir(join(file, '..')), ['active.json']);
  });

  it('leaves the lock of a later run alone when it is given back twice', async () => {
    const file = fresh();
    const { lock } = await takeRunLock(file, at('run-a', machine(first)));
    await lock?.release();
    await takeRunLock(file, at('run-b', machine(second)));
    await lock?.release();
    assert.deepEqual(await readdir(join(file, '..')), ['active.json']);
  });

  it('takes and keeps a lock with the real processes of this machine', async () => {
    const file = fresh();
    const request = { runId: 'run-a', startedAt: '2026-11-21T06:00:00.000Z' };
    const { lock } = await takeRunLock(file, request);
    assert.notEqual(lock, null);
    assert.equal((await takeRunLock(file, request)).heldBy?.pid, process.pid);
    assert.equal((await activeRunsIn(join(file, '..'), 'active')).length, 1);
  });

  it('says what is wrong with a folder it may not use', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await assert.rejects(takeRunLock(join(file, 'active.json'), at('run-a', machine(first))), { code: 'ACT-101' });
    await assert.rejects(activeRunsIn(file, ''), { code: 'ACT-102' });
  });
});

describe('activeRunsIn', () => {
  it('lists the living and forgets the dead', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'axys-active-'));
    try {
      assert.deepEqual(await activeRunsIn(join(folder, 'none'), '', machine(first)), []);
      await takeRunLock(join(folder, 'run-a.json'), at('run-a', machine(first)));
      await takeRunLock(join(folder, 'run-b.json'), at('run-b', machine(second)));
      const seen = await activeRunsIn(folder, 'run-', machine(second));
      assert.deepEqual(
        seen.map(({ runId }) => runId),
        ['run-b'],
      );
      assert.deepEqual(await readdir(folder), ['run-b.json']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
