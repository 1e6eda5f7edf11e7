import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startChild, untilHolds, type Child } from '../test-kit/child.js';
import { runHere, serveHere, type ServedHere } from '../test-kit/here.js';

/** Two workers that wait for reviews, and a part that runs alone at the end. */
const selection = ['--tags', '@TM-25 or @TM-27 or @TM-29 or @TM-63'];

describe('a run in parallel', () => {
  let cwd = '';
  let emulators: readonly ServedHere[] = [];
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-parallel-killed-'));
    // However busy the machine is, a worker still waits for its reviews when the other one has begun as well.
    const served = Object.entries({ stopped: '25', merging: '1000' }).map(([out, scale]) =>
      serveHere(['--env-file', `${out}.env`, '--time-scale', scale], cwd),
    );
    emulators = await Promise.all(served);
  });
  after(async () => {
    for (const emulator of emulators) await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  const at = (out: string) => ['--env-file', `${out}.env`, '--out', out];
  const start = (out: string, ...flags: readonly string[]): Child =>
    startChild(['run', ...flags, ...at(out)], cwd, {}, true);
  const begin = (out: string) => start(out, '--parallel', '2', ...selection);
  const namesIn = (...path: readonly string[]) => readdir(join(cwd, ...path)).catch((): string[] => []);
  const runIdIn = async (out: string) => (await namesIn(out, 'parallel')).find((name) => name.startsWith('run-')) ?? '';
  const runsOf = async (out: string, part: number) => [out, 'parallel', await runIdIn(out), String(part), 'runs'];
  const isUnderWay = (run: Child) => () => [1, 2].every((part) => run.stderr().includes(`[${part}/3] running `));
  /** Waits until the workers let go of their runs; a run that came to its end would have another last line. */
  const everyWorkerWasStopped = async () => {
    for (const part of [1, 2]) {
      const runs = await runsOf('stopped', part);
      const lock = async () => (await namesIn(...runs)).find((name) => name.endsWith('.lock'));
      while ((await lock()) !== undefined) await new Promise((pause) => setTimeout(pause, 20));
      const folder = (await namesIn(...runs)).find((name) => /^run-[^.]+$/.test(name)) ?? '';
      const journal = await readFile(join(cwd, ...runs, folder, 'journal/events.ndjson'), 'utf8');
      assert.match(journal.slice(journal.lastIndexOf('\n', journal.length - 2)), /"type":"stopped","streams":/);
    }
  };
  const goneOn = async (out: string) => {
    const resumed = await runHere(['run', '--resume', 'latest', ...at(out)], cwd);
    assert.equal(resumed.code, 0, resumed.said);
    const pack = await runHere(['verify', join(out, 'latest')], cwd);
    assert.equal(pack.code, 0, pack.said);
    assert.deepEqual(await namesIn(out, 'parallel'), []);
    return resumed;
  };

  it('stopped by Ctrl-C, which a terminal sends to the whole process group, stops every worker in order', async () => {
    const run = begin('stopped');
    await untilHolds(run, isUnderWay(run));
    process.kill(-(run.process.pid ?? Number.NaN), 'SIGINT');
    assert.equal(await run.ended, 2, run.stderr());
    assert.doesNotMatch(run.stderr(), /was killed/);
    await everyWorkerWasStopped();
    assert.match(run.stderr(), /^Stopped\. To go on: /m);
  });

  it('goes on after that, leaves no worker at work when it is killed then, and goes on again to its end', async () => {
    const run = start('stopped', '--resume', 'latest');
    await untilHolds(run, isUnderWay(run));
    run.process.kill('SIGKILL');
    await run.ended;
    await everyWorkerWasStopped();
    await goneOn('stopped');
  });

  describe('under way', () => {
    let run: Child;
    it('is gone on with by one process at a time', async () => {
      run = begin('merging');
      await untilHolds(run, isUnderWay(run));
      const beside = await runHere(['run', '--resume', 'latest', ...at('merging')], cwd);
      assert.equal(beside.code, 64, beside.said);
      assert.match(beside.stderr, new RegExp(`^RES-104: .* in process ${String(run.process.pid)} `, 'm'));
      assert.doesNotMatch(run.stderr(), /was killed|RES-/);
    });

    it('killed while its parts are put together is put together when it is resumed, and runs nothing twice', async () => {
      await untilHolds(run, async () => existsSync(join(cwd, 'merging/runs', await runIdIn('merging'), 'plan')));
      run.process.kill('SIGKILL');
      await run.ended;
      const runId = await runIdIn('merging');
      assert.equal(existsSync(join(cwd, 'merging/runs', `${runId}.zip`)), false, 'the run was quicker than its end');
      const { said, stderr } = await goneOn('merging');
      assert.match(stderr, new RegExp(`^Run ${runId}: every part has ended: putting them together$`, 'm'));
      assert.doesNotMatch(said, /running \d+ scenario/);
      const again = await runHere(['run', '--resume', runId, ...at('merging')], cwd);
      assert.deepEqual([again.code, again.stderr.slice(0, 7)], [64, 'RES-106']);
    });
  });
});
