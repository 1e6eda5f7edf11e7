import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { anEarlierRun } from '../../runner/carry/test-kit/carried-run.js';
import { workerReports, type ParallelState } from './parallel-state.js';
import { runPart, type Parts } from './run-part.js';
import type { StartWorker } from './spawn-worker.js';

const state: ParallelState = {
  ...{ runId: 'run-20260101T000000Z-abcdef', of: 3, aloneLast: true },
  ...{ selection: ['--tags', '@TM-10'], setting: ['--env-file', 'e.env'] },
};
const shardLine = 'Shard 2 of 3: 1 of 3 scenarios';

describe('a part of a parallel run', () => {
  let reports = '';
  /** Leaves a run that was killed: a record, and no pack. */
  const leaveRecord = async () => {
    const plan = join(workerReports(reports, state.runId, 2), 'runs/run-20260101T000000Z-aaaaaa/plan');
    await mkdir(plan, { recursive: true });
    const { record } = anEarlierRun();
    const own = { ...record, runId: 'run-20260101T000000Z-aaaaaa' };
    await writeFile(join(plan, 'run.json'), JSON.stringify(own));
  };
  /** Closes the pack of the run that was left. */
  const closePack = async () => {
    const runs = join(workerReports(reports, state.runId, 2), 'runs');
    await writeFile(join(runs, 'run-20260101T000000Z-aaaaaa/manifest.json'), '{}');
    await writeFile(join(runs, 'run-20260101T000000Z-aaaaaa.zip'), '');
  };
  const parts = (start: StartWorker, interrupted = new AbortController().signal): Parts & { said: string[] } => {
    const said: string[] = [];
    return { reports, state, start, interrupted, said, tell: (_index, line) => said.push(line) };
  };

  before(async () => {
    reports = await mkdtemp(join(tmpdir(), 'axys-part-'));
  });
  after(() => rm(reports, { recursive: true, force: true }));

  it('is a shard with the selection and setting of the run, in a folder of its own', async () => {
    const seen: (readonly string[])[] = [];
    const end = await runPart(
      2,
      parts((args) => {
        seen.push(args);
        return { ended: Promise.resolve(0), stop: () => undefined };
      }),
    );
    const own = workerReports(reports, state.runId, 2);
    assert.deepEqual(seen, [
      ['run', '--shard', '2/3', '--tags', '@TM-10', '--out', own, '--worker', '--env-file', 'e.env'],
    ]);
    // It ended well and left nothing: that is no pack to merge.
    assert.equal(end, 'lost');
  });

  it('that is refused is not tried again', async () => {
    let started = 0;
    const end = await runPart(
      2,
      parts(() => ({ ended: Promise.resolve((started += 1) > 0 ? 77 : 0), stop: () => undefined })),
    );
    assert.deepEqual([end, started], [{ refused: 77 }, 1]);
  });

  it('is told to stop once it can seal what it has, not before', async () => {
    const interrupt = new AbortController();
    const calls: string[] = [];
    const end = await runPart(
      2,
      parts((_args, tell) => {
        let stopped: (code: number) => void = () => undefined;
        const ended = new Promise<number>((resolve) => (stopped = resolve));
        queueMicrotask(() => {
          interrupt.abort();
          calls.push('interrupted');
          tell(shardLine);
        });
        return {
          ended,
          stop: () => {
            calls.push('stop');
            stopped(2);
          },
        };
      }, interrupt.signal),
    );
    assert.deepEqual([calls, end], [['interrupted', 'stop'], 'lost']);
  });

  it('whose worker found no room for its pack is lost, and its run can go on', async () => {
    const end = await runPart(
      2,
      parts(() => ({ ended: leaveRecord().then(() => 3), stop: () => undefined })),
    );
    assert.equal(end, 'lost');
    await rm(workerReports(reports, state.runId, 2), { recursive: true });
  });

  it('that left a folder without a record is begun anew in another', async () => {
    const runs = join(workerReports(reports, state.runId, 2), 'runs');
    await mkdir(join(runs, 'run-20260101T000000Z-000000/harness'), { recursive: true });
    const seen: (readonly string[])[] = [];
    const end = await runPart(
      2,
      parts((args) => {
        seen.push(args.slice(0, 3));
        return {
          ended: leaveRecord()
            .then(closePack)
            .then(() => 0),
          stop: () => undefined,
        };
      }),
    );
    assert.deepEqual([seen, end], [[['run', '--shard', '2/3']], 'sealed']);
    await rm(workerReports(reports, state.runId, 2), { recursive: true });
  });

  it('whose worker is killed is gone on with by another, once', async () => {
    const seen: (readonly string[])[] = [];
    const own = parts((args) => {
      seen.push(args);
      const first = seen.length === 1;
      const ended = first ? leaveRecord().then(() => null) : closePack().then(() => 0);
      return { ended, stop: () => undefined };
    });
    assert.equal(await runPart(2, own), 'sealed');
    assert.deepEqual(
      seen.map((args) => args.slice(0, 2)),
      [
        ['run', '--shard'],
        ['run', '--resume'],
      ],
    );
    assert.match(own.said.join(), /was killed; another worker goes on with it/);
    const twice = parts(() => ({ ended: Promise.resolve(null), stop: () => undefined }));
    assert.equal(await runPart(2, twice), 'lost');
  });
});
