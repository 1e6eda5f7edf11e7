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
  let emulator: ServedHere;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-parallel-killed-'));
    emulator = await serveHere(['--env-file', 'e.env', '--time-scale', '1000'], cwd);
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  const start = (out: string, ...flags: readonly string[]): Child =>
    startChild(['run', ...flags, '--env-file', 'e.env', '--out', out], cwd, {}, true);
  const begin = (out: string) => start(out, '--parallel', '2', ...selection);
  const namesIn = (...path: readonly string[]) => readdir(join(cwd, ...path)).catch((): string[] => []);
  const runIdIn = async (out: string) => (await namesIn(out, 'parallel')).find((name) => name.startsWith('run-')) ?? '';
  const runsOf = async (out: string, part: number) => [out, 'parallel', await runIdIn(out), String(part), 'runs'];
  const isUnderWay = (run: Child) => () => [1, 2].every((part) => run.stderr().includes(`[${part}/3] running `));
  const goneOn = async (out: string) => {
    const resumed = await runHere(['run', '--resume', 'latest', '--env-file', 'e.env', '--out', out], cwd);
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
    assert.doesNotMatch(run.stderr(), /^\[[12]\/3\] \[(\d+)\/\1\]/m, 'a worker was quicker than the signal');
    assert.match(run.stderr(), /^Stopped\. To go on: /m);
  });

  it('goes on after that, leaves no worker at work when it is killed then, and goes on again to its end', async () => {
    const run = start('stopped', '--resume', 'latest');
    await untilHolds(run, isUnderWay(run));
    run.process.kill('SIGKILL');
    await run.ended;
    for (const part of [1, 2]) {
      const runs = await runsOf('stopped', part);
      const lock = async () => (await namesIn(...runs)).find((name) => name.endsWith('.lock'));
      while ((await lock()) !== undefined) await new Promise((pause) => setTimeout(pause, 20));
      const folder = (await namesIn(...runs)).find((name) => /^run-[^.]+$/.test(name)) ?? '';
      const journal = await readFile(join(cwd, ...runs, folder, 'journal/events.ndjson'), 'utf8');
      assert.match(journal.slice(journal.lastIndexOf('\n', journal.length - 2)), /"type":"stopped","streams":/);
    }
    await goneOn('stopped');
  });

  describe('under way', () => {
    let run: Child;
    it('is gone on with by one process at a time', async () => {
      run = begin('merging');
      await untilHolds(run, isUnderWay(run));
      const beside = await runHere(['run', '--resume', 'latest', '--env-file', 'e.env', '--out', 'merging'], cwd);
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
      const again = await runHere(['run', '--resume', runId, '--env-file', 'e.env', '--out', 'merging'], cwd);
      assert.deepEqual([again.code, again.stderr.slice(0, 7)], [64, 'RES-106']);
    });
  });
});
