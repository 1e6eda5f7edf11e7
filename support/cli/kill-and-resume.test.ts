import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { shapeProblem } from '../config/evidence-schema.js';
import { KillTrial, type TrialRun } from './test-kit/kill-trial.js';

/** Onboarding, cards, a wallet, a transfer: everything that is looked up by its label. The whole matrix: .ci/kill-and-resume.mjs */
const selection = ['--tags', '@TM-01 or @TM-29 or @TM-47 or @TM-48'];

/** Exchanges in the record at which a run is killed, and then, resumed, once more. */
const moments: readonly (readonly number[])[] = [[1], [25], [8, 20]];

describe('a run that is killed and resumed', () => {
  let cwd = '';
  let trial: KillTrial;
  let whole: TrialRun;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-killed-'));
    trial = await KillTrial.start(cwd, selection);
    whole = await trial.whole();
  });
  after(async () => {
    await trial.close();
    await rm(cwd, { recursive: true, force: true });
  });

  it('is compared with one that made every kind of object', () => {
    assert.equal(whole.code, 0, whole.printed);
    for (const kind of ['cardholder', 'card of', 'wallet', 'transfer']) {
      assert.ok(
        [...whole.objects.keys()].some((key) => key.startsWith(kind)),
        `${kind}: ${[...whole.objects].join()}`,
      );
    }
  });

  for (const [index, counts] of moments.entries()) {
    it(`ends with the same scenarios and makes nothing twice, killed at exchange ${counts.join(' and ')}`, async () => {
      const run = await trial.killedAtExchange(counts, index % 2 === 0);
      assertWhole(run);
      const resumed = run.journal.filter((line) => line.includes('"type":"resumed"'));
      if (index % 2 === 0) assert.match(resumed.join(), /"file":"journal\/events\.ndjson","bytes":18\}/);
    });
  }

  it('takes no step outside a lifecycle where a call took effect and its answer was lost', async () => {
    // The second intent submits a cardholder, the sixth unblocks a card.
    for (const intent of [2, 6]) assertWhole(await trial.killedAtIntent(intent, false));
  });

  function assertWhole(run: TrialRun): void {
    assert.ok(run.code === 0 || run.code === 2, run.printed);
    assert.equal(run.unsound, null);
    assert.deepEqual([...run.verdicts.keys()].sort(), [...whole.verdicts.keys()].sort());
    assert.deepEqual(run.rows, whole.rows);
    for (const [key, count] of run.objects)
      assert.ok(count <= (whole.objects.get(key) ?? 0), `${String(count)} ${key}`);
    const unlike = [...run.verdicts.values()].filter((verdict) => !verdict.startsWith('pass'));
    for (const verdict of unlike) assert.match(verdict, /^inconclusive: /);
    const lines = run.journal.map((line) => JSON.parse(line) as { readonly n: number; readonly type: string });
    assert.deepEqual(
      lines.map(({ n }) => n),
      lines.map((_line, place) => place + 1),
    );
    for (const line of lines) assert.equal(shapeProblem('journal', line), null, JSON.stringify(line));
  }
});
