import assert from 'node:assert/strict';
import { mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { capturedIo, type CapturedIo } from './captured-io.js';
import { main } from './main.js';

/** What the test reads of summary.json. */
interface Summary {
  readonly runId: string;
  readonly decision: string;
  readonly exitCode: number;
  readonly partial: boolean;
  readonly target: { readonly class: string };
  readonly requirements: readonly { readonly id: string; readonly outcome: string; readonly reason?: string }[];
}

describe('axys-certify run, on the embedded emulator', () => {
  let cwd = '';
  let captured: CapturedIo;
  let code: number;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-run-'));
    // No PATH leads to a Java runtime: the run must not depend on one.
    captured = capturedIo(cwd, { PATH: cwd });
    code = await main(['run', '--tags', '@TM-10', '--seed', '7'], captured.io);
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  const summary = async () => JSON.parse(await readFile(join(cwd, 'reports/latest/summary.json'), 'utf8')) as Summary;

  it('demonstrates the selected row and leaves the others out of scope', async () => {
    assert.equal(code, 0, captured.stdout() + captured.stderr());
    const { decision, exitCode, partial, target, requirements } = await summary();
    assert.deepEqual([decision, exitCode, partial, target.class], ['partial', 0, true, 'emulator']);
    assert.match(requirements.find(({ id }) => id === 'TM-10')?.outcome ?? '', /^demonstrated/);
    assert.equal(requirements.find(({ id }) => id === 'TM-27')?.outcome, 'out-of-scope');
  });

  it('points reports/latest at the run and writes results, traces, views and log', async () => {
    const { runId } = await summary();
    assert.equal(await readlink(join(cwd, 'reports/latest')), join('runs', runId));
    const files = ['results/results.ndjson', 'results/messages.ndjson', 'exchanges/exchanges.ndjson', 'junit.xml'];
    for (const file of [...files, 'logs/run.ndjson']) {
      assert.notEqual(await readFile(join(cwd, 'reports/latest', file), 'utf8'), '', file);
    }
  });

  it('ends with the decision, and says what the Allure view needs', () => {
    assert.match(captured.stdout(), /^PARTIAL \(exit 0\)\n/);
    assert.match(captured.stdout(), /Pack: reports\/runs\/run-/);
    assert.match(captured.stderr(), /CMD-302: .*Java/);
  });

  it('shows no key anywhere', async () => {
    const exchanges = await readFile(join(cwd, 'reports/latest/exchanges/exchanges.ndjson'), 'utf8');
    assert.doesNotMatch(exchanges + captured.stdout() + captured.stderr(), /axk_[A-Za-z0-9]{8}/);
  });

  it('prints the summary alone with --json, and refuses a report without Java with exit 3', async () => {
    const json = capturedIo(cwd, { PATH: cwd });
    assert.equal(await main(['run', '--tags', '@TM-10', '--json'], json.io), 0, json.stderr());
    assert.deepEqual(JSON.parse(json.stdout()), await summary());
    const report = capturedIo(cwd, { PATH: cwd });
    assert.equal(await main(['report'], report.io), 3);
    assert.match(report.stderr(), /CMD-302/);
  });

  it('begins nothing once interrupted, and stays incomplete', async () => {
    const stopped = capturedIo(cwd, { PATH: cwd });
    stopped.interrupt();
    assert.equal(await main(['run', '--tags', '@TM-10'], stopped.io), 2);
    assert.match(stopped.stdout(), /the run was interrupted/);
    assert.doesNotMatch(stopped.stderr(), /Allure|CMD-302/, 'no view is begun after an interruption');
    assert.equal((await summary()).exitCode, 2);
  });
});
