import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentRuntime } from '../../config/build-info.js';
import { readBuildInfo } from '../../config/embedded-build.js';
import { brokenTrial, mutantOf, trialOf, type FaultTrial } from '../behaviour/fault-trial.js';
import { aFault, caughtRun, cleanRun } from '../testing/samples.js';
import { forgetScore, keepScore } from './keep-score.js';
import { exitOfScore, scoreOf, type MutationScore } from './mutation-score.js';
import { renderKillMatrix } from './render-kill-matrix.js';
import { buildScoreLine, scoreOfBuild } from './build-score.js';
import { tallyOf, tallyWords } from './tally.js';
import { excused, strayReasons, type ScoredMutant } from './scored-mutant.js';

const [a, b, c] = [aFault('lists/a'), aFault('lists/b', { requirements: ['TM-58', 'TM-63'] }), aFault('lists/c')];
const killed = trialOf(a, caughtRun('lists/a'));
const survived = trialOf(b, cleanRun);
const broken = brokenTrial(c, 'it died');

function aScore(trials: readonly FaultTrial[], equivalents: Readonly<Record<string, string>> = {}): MutationScore {
  const reasons = new Map(Object.entries(equivalents));
  return scoreOf({
    ...{ madeAt: '2026-11-21T12:00:00.000Z', build: readBuildInfo(), runtime: currentRuntime(), seed: 3, whole: true },
    behaviour: trials.map((trial) => excused(mutantOf(trial), reasons)),
    ...{ wire: null, sample: null },
  });
}

test('a survivor ends with 1, a run that came to nothing with 3, and nothing tried is not a full score', () => {
  assert.equal(exitOfScore(aScore([killed])), 0);
  assert.equal(exitOfScore(aScore([killed, survived, broken])), 1);
  assert.equal(exitOfScore(aScore([killed, broken])), 3);
  assert.equal(exitOfScore(aScore([])), 3);
});

test('a survivor with a written reason is left out; a reason that a kill refutes, or that only a broken run supports, is no excuse', () => {
  const score = aScore([killed, survived], { 'lists/b': 'nobody can tell' });
  assert.equal(exitOfScore(score), 0);
  assert.equal(tallyWords(tallyOf(score.behaviour?.mutants ?? [])), '1 of 1 killed (100 %), 1 equivalent');
  assert.equal(exitOfScore(aScore([killed], { 'lists/a': 'nobody can tell' })), 1);
  assert.equal(exitOfScore(aScore([killed, broken], { 'lists/c': 'nobody can tell' })), 3);
});

test('the kill matrix says who caught each fault or why nobody did, and the score of each row and in all', () => {
  const text = renderKillMatrix(aScore([killed, survived, broken]));
  assert.match(text, /^ {2}killed {5} \| lists\/a \| TM-63 \| check catches-lists\/a$/m);
  assert.match(text, /^ {2}SURVIVED {3} \| lists\/b \| TM-58 TM-63 \| nothing was heard of check catches-lists\/b/m);
  assert.match(text, /^ {2}BROKEN {5} \| lists\/c \| TM-63 \| it died$/m);
  assert.match(text, /^ {2}TM-58 \| 0 of 1 killed \(0 %\), 1 survived \| -$/m);
  assert.match(text, /^Seeded faults: 1 of 3 killed \(33\.3 %\), 1 survived, 1 broken$/m);
});

test('the score is kept with its matrix; only a whole one becomes the score of the build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-score-'));
  try {
    const [reports, file] = [join(folder, 'reports'), join(folder, 'build-score.json')];
    await keepScore({ ...aScore([killed]), whole: false }, reports, file);
    assert.equal(existsSync(file), false);
    const place = await keepScore(aScore([killed]), reports, file);
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), aScore([killed]));
    assert.equal(await readFile(join(place, 'kill-matrix.txt'), 'utf8'), renderKillMatrix(aScore([killed])));
    await forgetScore(file);
    assert.equal(existsSync(file), false);
    const other = { ...aScore([killed]), madeAt: 'yesterday' };
    await assert.rejects(keepScore(other, reports, file), { code: 'MUT-305', exit: 3 });
    assert.equal(existsSync(file), false);
    await assert.rejects(keepScore(aScore([killed]), join(place, 'kill-matrix.txt'), file), { code: 'MUT-304' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('wire mutants are listed by kind and by what was not killed, and count for the exit code', () => {
  const answer = (id: string, outcome: ScoredMutant['outcome']) => ({
    ...{ id, kind: 'member-removed', requirements: ['TM-63'], outcome, caughtBy: ['rule a'], because: null },
  });
  const make = (...wire: readonly ReturnType<typeof answer>[]) => ({
    ...scoreOf({ ...aScore([killed]), behaviour: null, sample: null, wire }),
  });
  const score = make(answer('one', 'killed'), answer('two', 'false-alarm'));
  assert.deepEqual(
    score.wire?.mutants.map(({ id }) => id),
    ['two'],
  );
  assert.equal(exitOfScore(score), 1);
  assert.equal(exitOfScore(make(answer('one', 'killed'))), 0);
  const text = renderKillMatrix(score);
  assert.match(text, /^ {2}member-removed \| 1 of 2 killed \(50 %\), 1 false alarms$/m);
  assert.match(text, /^ {2}TM-63 \| - \| 1 of 2 killed/m);
  assert.match(text, /^Wire mutants: 1 of 2 killed/m);
});

test('a reason for a mutant that is not there is refuted, and a false alarm is never excused', () => {
  const reasons = new Map([['gone', 'nobody can tell']]);
  assert.deepEqual(
    strayReasons(reasons, [{ id: 'there' }]).map(({ id, outcome }) => [id, outcome]),
    [['gone', 'refuted']],
  );
  assert.deepEqual(strayReasons(reasons, [{ id: 'gone' }]), []);
  const alarm = { ...mutantOf(killed), id: 'gone', outcome: 'false-alarm' } as const;
  assert.equal(excused(alarm, reasons).outcome, 'false-alarm');
});

test('a build takes its own whole score and no other, and says why it has none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-build-score-'));
  try {
    const file = join(folder, 'score.json');
    const build = readBuildInfo();
    const none = () => {
      const found = scoreOfBuild(build, file);
      return 'none' in found ? found.none : '';
    };
    assert.match(none(), /no mutation run/);
    const score = aScore([killed, survived]);
    await writeFile(file, JSON.stringify(score));
    assert.deepEqual(scoreOfBuild(build, file), score);
    assert.equal(buildScoreLine(score), 'Seeded faults: 1 of 2 killed (50 %), 1 survived');
    for (const [content, why] of [
      [
        JSON.stringify({ ...score, build: { ...build, codeSha256: 'b'.repeat(64) } }),
        /another build \(code bbbbbbbbbbbb\)/,
      ],
      [JSON.stringify({ ...score, build: { ...build, commit: 'c'.repeat(40) } }), /another build/],
      [JSON.stringify({ ...score, whole: false }), /a part/],
      [JSON.stringify({ ...score, seed: -1 }), /another shape/],
      ['{', /cannot be read/],
    ] as const) {
      await writeFile(file, content);
      assert.match(none(), why);
      assert.match(buildScoreLine(scoreOfBuild(build, file)), /^no score for this build: /);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
