import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startChild, untilHolds, type Child } from './test-kit/child.js';
import { runHere } from './test-kit/here.js';

/** Enough for two workers, with lifecycles that are waited for; TM-63 runs alone, in a part of its own. */
const rows = ['TM-01', 'TM-25', 'TM-27', 'TM-29', 'TM-63'];
const selection = ['--tags', rows.map((row) => `@${row}`).join(' or ')];

describe('a run in parallel on one emulator that is stopped with SIGTERM', () => {
  let cwd = '';
  let emulator: Child;
  let stopped: Child;
  let code: number | null;
  let runId = '';
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-parallel-stopped-'));
    emulator = startChild(['emulator', '--env-file', 'e.env'], cwd);
    await untilHolds(emulator, () => emulator.stdout().includes('listening '));
    stopped = startChild(['run', '--parallel', '2', '--env-file', 'e.env', '--out', 'divided', ...selection], cwd);
    await untilHolds(stopped, async () => (await recorded(cwd, 1)) > 0 && (await recorded(cwd, 2)) > 0);
    stopped.process.kill('SIGTERM');
    code = await stopped.ended;
    runId = await parallelRunIn(cwd);
  });
  after(async () => {
    emulator.process.kill('SIGTERM');
    assert.equal(await emulator.ended, 0, emulator.stderr());
    await rm(cwd, { recursive: true, force: true });
  });

  it('ends as one incomplete run with a sound pack, and says how to go on', async () => {
    const said = stopped.stdout() + stopped.stderr();
    assert.equal(code, 2, said);
    assert.match(
      stopped.stderr(),
      new RegExp(`\nStopped\\. To go on: axys-certify run --resume ${runId} .*--env-file e\\.env\n`),
    );
    await verified(cwd);
    const { requirements, counts } = await summaryIn(cwd, 'divided');
    assert.notEqual(counts.pass, 0, 'something was recorded before it was stopped');
    assert.ok(
      requirements.some(({ outcome }) => outcome === 'not-demonstrated'),
      said,
    );
  });

  it('goes on to the rows that an undivided run demonstrates, runs nothing twice, and leaves no workers', async () => {
    const { code, said } = await runHere(['run', '--resume', 'latest', '--env-file', 'e.env', '--out', 'divided'], cwd);
    assert.equal(code, 0, said);
    const ended = said.match(/^\[\d\/3\] \[\d+\/\d+\] /gm)?.length ?? 0;
    const { requirements, exitCode, counts } = await summaryIn(cwd, 'divided');
    assert.ok(ended > 0 && ended < counts.pass, said);
    const ran = requirements.filter(({ outcome }) => outcome !== 'out-of-scope' && outcome !== 'not-applicable');
    assert.deepEqual([exitCode, ran.map(({ id }) => id)], [0, rows]);
    for (const { id, outcome, marks, scenarios } of ran) {
      assert.deepEqual([outcome, marks.includes('unstable')], ['demonstrated', false], id);
      assert.deepEqual([...new Set(scenarios.map(({ verdict }) => verdict))], ['pass'], id);
    }
    await verified(cwd);
    assert.deepEqual(
      (await readdir(join(cwd, 'divided'))).filter((name) => name === 'parallel'),
      [],
    );
  });
});

interface Summary {
  readonly exitCode: number;
  readonly counts: { readonly pass: number };
  readonly requirements: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly marks: readonly string[];
    readonly scenarios: readonly { readonly verdict: string }[];
  }[];
}

async function summaryIn(cwd: string, out: string): Promise<Summary> {
  return JSON.parse(await readFile(join(cwd, out, 'latest/summary.json'), 'utf8')) as Summary;
}

/** The id of the run whose workers write below `divided`; empty before there is one. */
async function parallelRunIn(cwd: string): Promise<string> {
  return (await readdir(join(cwd, 'divided/parallel')).catch(() => []))[0] ?? '';
}

/** How many scenarios a part has recorded so far. */
async function recorded(cwd: string, part: number): Promise<number> {
  const runs = join(cwd, 'divided/parallel', await parallelRunIn(cwd), String(part), 'runs');
  const folder = (await readdir(runs).catch(() => [])).find((name) => /^run-[^.]+$/.test(name)) ?? '';
  const results = await readFile(join(runs, folder, 'results/results.ndjson'), 'utf8').catch(() => '');
  return results.split('\n').length - 1;
}

/** Holds when `verify` finds the newest divided run sound. */
async function verified(cwd: string): Promise<void> {
  const { code, said } = await runHere(['verify', 'divided/latest'], cwd);
  assert.equal(code, 0, said);
}
