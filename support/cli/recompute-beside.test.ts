import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openPack } from '../evidence/verify/open-pack.js';
import { checkJournal, type CheckedJournal } from '../evidence/verify/check-journal.js';
import { recordOf, type Recomputation } from '../evidence/verify/recomputation.js';
import { recomputeBeside, type RecomputationBeside } from '../runner/recompute/beside/recompute-beside.js';
import { recomputeOrExplain } from '../runner/recompute/recompute-run.js';
import type { TargetClass } from '../target/target.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const exchanges = 'exchanges/exchanges.ndjson';

/** What a thread that followed a run found, and what is found in its folder afterwards. */
interface Found {
  readonly journal: CheckedJournal | null;
  readonly journalAnew: CheckedJournal;
  readonly beside: Recomputation | null;
  readonly anew: Recomputation;
}

/** Something that happens to a run while it is followed. */
type Happening = (folder: string, follower: RecomputationBeside) => Promise<void>;

describe('a run that a thread follows to derive it again', () => {
  let cwd = '';
  let pack = '';

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-beside-'));
    // No PATH leads to a Java runtime: the view it renders is not under test here.
    const captured = capturedIo(cwd, { PATH: cwd });
    assert.equal(await main(['run', '--tags', '@TM-29'], captured.io), 0, captured.stdout() + captured.stderr());
    pack = await realpath(join(cwd, 'reports/latest'));
  });

  after(() => rm(cwd, { recursive: true }));

  /** What the thread says of a run during which something happens, and what deriving the folder at once says. */
  const followed = async (
    happens: Happening = () => Promise.resolve(),
    targetClass: TargetClass = 'emulator',
    decide: (folder: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<Found> => {
    const folder = await mkdtemp(join(cwd, 'run-'));
    await cp(pack, folder, { recursive: true });
    const whole = await readFile(join(folder, exchanges));
    // The recording grows line by line, and a line may come in two parts.
    const half = Math.floor(whole.length / 2);
    await writeFile(join(folder, exchanges), whole.subarray(0, half));
    const runId = basename(pack);
    const follower = recomputeBeside({ root: folder, runId });
    try {
      follower.grown();
      await appendFile(join(folder, exchanges), whole.subarray(half));
      follower.grown();
      await happens(folder, follower);
      follower.closed(targetClass);
      const journal = await follower.journal();
      const journalAnew = await checkJournal(await openPack(folder), { runId, signed: null });
      await decide(folder);
      const beside = await follower.compared();
      return { journal, journalAnew, beside, anew: recordOf(await recomputeOrExplain(await openPack(folder))) };
    } finally {
      await follower.end();
    }
  };

  it('is found sound, with the same counts', async () => {
    const { journal, journalAnew, beside, anew } = await followed();
    assert.deepEqual(journal, journalAnew);
    assert.deepEqual(journal.against, []);
    assert.deepEqual(beside, anew);
    assert.deepEqual(anew.against, []);
    assert.ok(anew.exchanges > 0);
  });

  const changed = (path: string, change: (text: string) => string) => async (folder: string) => {
    const text = await readFile(join(folder, path), 'utf8');
    assert.notEqual(change(text), text, path);
    await writeFile(join(folder, path), change(text));
  };

  for (const [name, happens] of [
    ['an answer', changed(exchanges, (text) => text.replace('"status":200', '"status":500'))],
    ['a result', changed('results/results.ndjson', (text) => text.replace('"outcome":"met"', '"outcome":"violated"'))],
    ['the frozen contract', changed('plan/contract.json', (text) => text.replace('"documented"', '"assumed"'))],
  ] as const) {
    it(`is found to be altered when ${name} is altered under way, as by who looks at the end only`, async () => {
      const { journal, journalAnew, beside, anew } = await followed(happens);
      // Its journal is left to who names what is wrong.
      assert.equal(journal, null);
      assert.ok(journalAnew.against.length > 0);
      assert.ok(anew.against.length > 0);
      assert.deepEqual(beside, anew);
    });
  }

  it('is held against the decision that is written when it is asked', async () => {
    const forge = changed('summary.json', (text) => text.replace('"demonstrated"', '"contradicted"'));
    const { beside, anew } = await followed(undefined, 'emulator', forge);
    assert.ok(beside?.against.some(({ where }) => where.startsWith('summary.json')));
    assert.deepEqual(beside, anew);
  });

  it('is derived anew when its target is of another class than was said', async () => {
    const { beside, anew } = await followed(undefined, 'loopback');
    assert.deepEqual(beside, anew);
    assert.deepEqual(anew.against, []);
  });

  it('is explained when its recording cannot be read back', async () => {
    const { beside, anew } = await followed((folder) => appendFile(join(folder, exchanges), 'no JSON\n'));
    assert.match(anew.against[0]?.where ?? '', /VFY-302/);
    assert.deepEqual(beside, anew);
  });

  it('is left to others when it is too long for bounded memory', async () => {
    const { journal, beside } = await followed(async (folder) => {
      const [line = ''] = (await readFile(join(folder, exchanges), 'utf8')).split('\n');
      await appendFile(join(folder, exchanges), `{"padding":"${' '.repeat(5 * 1024 * 1024)}",${line.slice(1)}\n`);
    });
    assert.deepEqual([journal, beside], [null, null]);
  });

  it('is never called sound by a thread that has ended', async () => {
    await assert.rejects(
      followed((_folder, follower) => follower.end()),
      /the thread that derives the run again has ended/,
    );
  });
});
