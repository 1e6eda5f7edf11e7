import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Summary } from '../evidence/summary.js';
import { shapeProblem } from '../config/evidence-schema.js';
import type { Exchange } from '../trace/exchange.js';
import { harnessParts, type HarnessParts } from '../runner/harness-parts.js';
import { startChild, untilHolds, type Child } from './test-kit/child.js';
import { runHere, serveHere, type ServedHere } from './test-kit/here.js';

const selection = ['--tags', '@TM-01 or @TM-27 or @TM-29'];

describe('a run that is stopped with SIGTERM', () => {
  let cwd = '';
  let emulator: ServedHere;
  let stopped: Child;
  let code: number | null;
  let runId = '';
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-stopped-'));
    emulator = await serveHere(['--env-file', 'e.env'], cwd);
    stopped = startChild(['run', '--env-file', 'e.env', ...selection], cwd);
    await untilHolds(stopped, () => stopped.stderr().includes('running '));
    stopped.process.kill('SIGTERM');
    code = await stopped.ended;
    runId = (await readdir(join(cwd, 'reports/runs'))).find((name) => /^run-[^.]+$/.test(name)) ?? '';
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  const journal = async () => readFile(join(cwd, 'reports/runs', runId, 'journal/events.ndjson'), 'utf8');

  it('ends as incomplete and says how to go on', async () => {
    assert.equal(code, 2, stopped.stdout() + stopped.stderr());
    assert.match(stopped.stderr(), new RegExp(`To go on: axys-certify run --resume ${runId} --env-file e\\.env`));
    await verified('reports/latest', cwd);
    assert.match(await journal(), /"type":"stopped","streams":\[[^\n]*\]\}\n$/);
  });

  it('does not go on under other conditions', async () => {
    const lines = await journal();
    await writeFile(join(cwd, 'other.json'), '{ "program": "Another", "programId": 7 }');
    const other = await runHere(['run', '--resume', runId, '--env-file', 'e.env', '--program', 'other.json'], cwd);
    assert.equal(other.code, 78);
    assert.match(other.stderr, /^RES-201: .*the program profile changed/);
    assert.equal(await journal(), lines, 'a refusal changes nothing');
  });

  it('does not go on with another build of the same version', async () => {
    const file = join(cwd, 'reports/runs', runId, 'plan/run.json');
    const record = await readFile(file, 'utf8');
    await writeFile(file, record.replace(/"codeSha256": "[0-9a-f]{64}"/, `"codeSha256": "${'5'.repeat(64)}"`));
    const other = await runHere(['run', '--resume', runId, '--env-file', 'e.env'], cwd);
    await writeFile(file, record);
    assert.equal(other.code, 78, other.said);
    assert.match(other.stderr, /^RES-201: .*the code of axys-certify was 5{64}, is [0-9a-f]{64}/);
  });

  it('goes on to its end, once', async () => {
    const resumed = await runHere(['run', '--resume', runId, '--env-file', 'e.env'], cwd);
    assert.equal(resumed.code, 0, resumed.said);
    const lines = await journal();
    const again = await runHere(['run', '--resume', runId, '--env-file', 'e.env'], cwd);
    assert.equal(again.code, 64);
    assert.match(again.stderr, /^RES-102/);
    assert.equal(await journal(), lines, 'a refusal changes nothing');
    await verified(runId, cwd);
  });

  it('says on the first page, in the summaries and to verify that it stood still, and when', async () => {
    const read = (path: string) => readFile(join(cwd, 'reports/runs', runId, path), 'utf8');
    const { pauses = [] } = JSON.parse(await read('summary.json')) as Pick<Summary, 'pauses'>;
    assert.deepEqual(
      pauses.map((pause) => pause.stopped),
      [true],
    );
    const said = /stopped \S+ \S+ UTC, resumed \S+ \S+ UTC, after \d/;
    for (const path of ['START-HERE.html', 'results/step-summary.md']) assert.match(await read(path), said, path);
  });

  it('ends as a run that nobody stopped', async () => {
    const summary = JSON.parse(await readFile(join(cwd, 'reports/runs', runId, 'summary.json'), 'utf8')) as {
      readonly exitCode: number;
      readonly counts: { readonly pass: number };
    };
    assert.equal(summary.exitCode, 0);
    const lines = (await journal()).trimEnd().split('\n');
    assert.match(lines.join('\n'), /"type":"resumed","kept":\d+,"cuts":\[\]/);
    for (const line of lines) assert.equal(shapeProblem('journal', JSON.parse(line)), null, line);
  });
});

describe('a run that is stopped behind a deposit', () => {
  it('reads the card of that deposit once more when it has come to its end', async (test) => {
    const cwd = await mkdtemp(join(tmpdir(), 'axys-late-'));
    const emulator = await serveHere(['--env-file', 'e.env'], cwd);
    test.after(async () => {
      await emulator.stop();
      await rm(cwd, { recursive: true, force: true });
    });
    const stopped = startChild(['run', '--env-file', 'e.env', '--tags', '@TM-36'], cwd);
    await untilHolds(stopped, () => stopped.stderr().includes('[1/'));
    stopped.process.kill('SIGTERM');
    assert.equal(await stopped.ended, 2, stopped.stdout() + stopped.stderr());
    const recorded = async () => {
      const lines = (await readFile(join(cwd, 'reports/latest/exchanges/exchanges.ndjson'), 'utf8')).trim().split('\n');
      return lines.map((line) => JSON.parse(line) as Exchange);
    };
    const deposits = (await recorded()).filter(({ operationId }) => operationId === 'simulateCryptoDeposit');
    const resumed = await runHere(['run', '--resume', 'latest', '--env-file', 'e.env'], cwd);
    assert.equal(resumed.code, 0, resumed.said);
    const late = (await recorded()).filter(({ cleanUp, operationId }) => cleanUp && operationId === 'getCardBalance');
    const cards = new Set(late.map(({ request }) => request.path.split('/')[2]));
    assert.ok(deposits.length > 0);
    assert.deepEqual(
      deposits.map(({ request }) => request.path.split('/')[3]).filter((card) => !cards.has(card)),
      [],
    );
    await verified('reports/latest', cwd);
  });
});

describe('a run that is resumed after the clock of its machine was set back', () => {
  let cwd = '';
  let emulator: ServedHere;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-set-back-'));
    emulator = await serveHere(['--env-file', 'e.env'], cwd);
  });
  after(async () => {
    await emulator.stop();
    await rm(cwd, { recursive: true, force: true });
  });

  it('ends as it would have, with sound evidence', async () => {
    const stopped = startChild(['run', '--env-file', 'e.env', ...selection], cwd);
    await untilHolds(stopped, () => stopped.stderr().includes('running '));
    stopped.process.kill('SIGTERM');
    assert.equal(await stopped.ended, 2, stopped.stdout() + stopped.stderr());
    const backMs = 600_000;
    const { clock, wallTime } = harnessParts;
    const setBack: HarnessParts = {
      ...harnessParts,
      clock: { ...clock, now: () => clock.now() - backMs },
      wallTime: () => wallTime() - backMs,
    };
    const resumed = await runHere(['run', '--resume', 'latest', '--env-file', 'e.env'], cwd, setBack);
    assert.equal(resumed.code, 0, resumed.said);
    await verified('reports/latest', cwd);
  });
});

describe('a run on the embedded emulator that is killed', () => {
  it('ends as a sealed, incomplete pack when it is resumed, because its emulator ended with it', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'axys-embedded-'));
    const run = startChild(['run', ...selection], cwd);
    const recorded = async () => {
      const names = await readdir(join(cwd, 'reports/runs')).catch(() => []);
      const runId = names.find((name) => /^run-[^.]+$/.test(name)) ?? '';
      const file = join(cwd, 'reports/runs', runId, 'results/results.ndjson');
      return (await readFile(file, 'utf8').catch(() => '')).split('\n').length - 1;
    };
    await untilHolds(run, async () => (await recorded()) > 0);
    run.process.kill('SIGKILL');
    await run.ended;
    const [runId = ''] = (await readdir(join(cwd, 'reports/runs'))).filter((name) => /^run-[^.]+$/.test(name));
    const resumed = await runHere(['run', '--resume', runId], cwd);
    assert.equal(resumed.code, 2, resumed.said);
    assert.match(resumed.stderr, /sealed as it is/);
    await verified('reports/latest', cwd);
    await verified(`reports/runs/${runId}.zip`, cwd);
    const again = await runHere(['run', '--resume', runId], cwd);
    assert.equal(again.code, 64);
    assert.match(again.stderr, /^RES-102: .* Its pack is /);
    await verified(runId, cwd);
    await rm(cwd, { recursive: true, force: true });
  });
});

/** A pack that `verify` finds sound. */
async function verified(pack: string, cwd: string): Promise<void> {
  const { code, said } = await runHere(['verify', pack], cwd);
  assert.equal(code, 0, said);
}
