import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { capturedIo } from '../captured-io.js';
import { parallelRun } from './parallel-run.js';
import { writeParallelState, type ParallelState } from './parallel-state.js';
import { spawnWorkers, type StartWorker, type Worker } from './spawn-worker.js';

const state: ParallelState = {
  ...{ runId: 'run-20260101T000000Z-abcdef', of: 3, aloneLast: true },
  ...{ selection: [], setting: [] },
};
const noMore = Object.assign(new Error('spawn node EAGAIN'), { code: 'EAGAIN' });

/** Which part a worker was started for. */
const partOf = (args: readonly string[]) => args[args.indexOf('--shard') + 1] ?? '';

/** A worker that goes on until it is stopped. */
function untilStopped(tell: (line: string) => void, events: string[]): Worker {
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));
  const stop = () => {
    events.push('told to stop');
    setTimeout(() => {
      events.push('ended');
      end(2);
    }, 20);
  };
  setTimeout(tell, 5, 'Shard 1 of 3: 1 of 3 scenarios');
  return { ended, stop };
}

describe('a parallel run whose second worker cannot be started', () => {
  let cwd = '';
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-parallel-'));
    await writeParallelState(join(cwd, 'reports'), state);
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  const ways: readonly (readonly [string, () => Worker])[] = [
    [
      'at once',
      () => {
        throw noMore;
      },
    ],
    ['a moment later', () => ({ ended: Promise.reject(noMore), stop: () => undefined })],
  ];
  for (const [when, fail] of ways) {
    it(`${when}: stops the first, waits for it, starts no third, and says how to go on`, async () => {
      const events: string[] = [];
      const start: StartWorker = (args, tell) => {
        events.push(`part ${partOf(args)}`);
        return partOf(args) === '1/3' ? untilStopped(tell, events) : fail();
      };
      const captured = capturedIo(cwd);
      const flags = { out: 'reports', logLevel: 'info' };
      const run = { reports: join(cwd, 'reports'), state, signingKeyPath: null, flags, start };
      await assert.rejects(parallelRun(run, captured.io), noMore);
      // Parts begin side by side, in whichever order.
      assert.deepEqual(events.slice(0, 2).sort(), ['part 1/3', 'part 2/3']);
      assert.deepEqual(events.slice(2), ['told to stop', 'ended']);
      assert.match(captured.stderr(), /^Stopped\. To go on: axys-certify run --resume run-20260101T000000Z-abcdef$/m);
    });
  }
});

it('a worker whose process cannot be started says why', async () => {
  const start = spawnWorkers({ cwd: join(tmpdir(), 'axys-no-such-folder'), env: {} });
  await assert.rejects(start(['--version'], () => undefined).ended, { code: 'ENOENT' });
});
