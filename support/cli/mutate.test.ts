import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { aWorker, cleanRun } from '../mutation/testing/samples.js';
import type { MutationScore } from '../mutation/score/mutation-score.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';
import { mutate } from './mutate.js';

describe('axys-certify mutate', () => {
  let cwd = '';
  before(async () => (cwd = await mkdtemp(join(tmpdir(), 'axys-mutate-test-'))));
  after(() => rm(cwd, { recursive: true, force: true }));

  it('tries the named faults in processes of their own, and keeps matrix and score', async () => {
    const ids = ['types/cardholder-id-as-text', 'lists/total-counts-the-page'];
    const captured = capturedIo(cwd);
    const named = ids.flatMap((id) => ['--fault', id]);
    assert.equal(await main(['mutate', '--json', ...named], captured.io), 0, captured.stderr());
    const score = JSON.parse(captured.stdout()) as MutationScore;
    assert.deepEqual((score.behaviour?.mutants ?? []).map(({ id, outcome }) => [id, outcome]).toSorted(), [
      [ids[1], 'killed'],
      [ids[0], 'killed'],
    ]);
    assert.equal(score.whole, false);
    assert.match(await readFile(join(cwd, 'reports/mutation/kill-matrix.txt'), 'utf8'), /2 of 2 killed/);
  });

  it('scores nothing when the control run is not clean', async () => {
    const flags = { fault: ['types/cardholder-id-as-text'], seed: 3, out: 'none' };
    const hands = { processes: 1, open: () => aWorker(() => ({ ...cleanRun, exitCode: 1 as const })) };
    await assert.rejects(mutate(flags, capturedIo(cwd).io, hands), { code: 'MUT-301', exit: 3 });
    assert.equal(existsSync(join(cwd, 'none')), false);
  });

  it('ends with 1 when a fault survives, and says who was silent', async () => {
    const flags = { fault: ['types/cardholder-id-as-text'], seed: 3, out: 'survivor' };
    const captured = capturedIo(cwd);
    assert.equal(await mutate(flags, captured.io, { processes: 1, open: () => aWorker(() => cleanRun) }), 1);
    assert.match(captured.stdout(), /SURVIVED .* types\/cardholder-id-as-text .*nothing was heard of/m);
  });

  it('lists the faults without trying any', async () => {
    const captured = capturedIo(cwd);
    assert.equal(await main(['mutate', '--list'], captured.io), 0);
    assert.match(captured.stdout(), /\d+ seeded faults, \d+ kinds of wire mutants\n$/);
  });

  it('refuses a fault there is not, and a fault among answers', async () => {
    for (const [line, code] of [
      ['mutate --fault lists/nothing', /MUT-101/],
      ['mutate --only wire --fault lists/total-counts-the-page', /MUT-102/],
      ['mutate --only none', /CMD-101/],
    ] as const) {
      const captured = capturedIo(cwd);
      assert.equal(await main(line.split(' '), captured.io), 64, line);
      assert.match(captured.stderr(), code);
    }
  });
});
