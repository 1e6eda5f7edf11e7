import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

/** The battery of features/self/fail-closed.feature: what is wrong with input, machine, scenarios or target is never green. */
describe('the fail-closed battery', () => {
  let folder = '';
  let code: number;
  let printed = '';
  let results: readonly ScenarioResult[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-battery-'));
    const captured = capturedIo(folder, { PATH: folder });
    code = await main(['run', '--tags', '@self and @fail-closed'], captured.io);
    printed = captured.stdout() + captured.stderr();
    const text = await readFile(join(folder, 'reports/latest/results/results.ndjson'), 'utf8');
    results = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ScenarioResult);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds for every item', () => {
    const open = results.filter(({ verdict }) => verdict !== 'pass').map(({ id, reason }) => `${id}: ${reason}`);
    assert.deepEqual(open, []);
    assert.equal(results.length, 20);
    assert.equal(code, 0, printed);
  });

  it('ends green for one item only, in which nothing is wrong', () => {
    const codes = results.map(({ checks }) => checks[0]?.arguments['received'] as { readonly exitCode: number });
    assert.equal(codes.filter(({ exitCode }) => exitCode === 0).length, 1);
  });
});
