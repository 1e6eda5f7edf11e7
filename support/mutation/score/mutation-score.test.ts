import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentRuntime, readBuildInfo } from '../../config/build-info.js';
import { brokenTrial, trialOf, type FaultTrial } from '../behaviour/fault-trial.js';
import { aFault, caughtRun, cleanRun } from '../testing/samples.js';
import { forgetScore, keepScore } from './keep-score.js';
import { exitOfScore, scoreOf, type MutationScore } from './mutation-score.js';
import { renderKillMatrix } from './render-kill-matrix.js';
import { scored } from './scored-mutant.js';

const [a, b, c] = [aFault('lists/a'), aFault('lists/b', { requirements: ['TM-58', 'TM-63'] }), aFault('lists/c')];
const killed = trialOf(a, caughtRun('lists/a'));
const survived = trialOf(b, cleanRun);
const broken = brokenTrial(c, 'it died');

function aScore(trials: readonly FaultTrial[], equivalents: Readonly<Record<string, string>> = {}): MutationScore {
  const reasons = new Map(Object.entries(equivalents));
  return scoreOf({
    ...{ madeAt: '2026-11-21T12:00:00.000Z', build: readBuildInfo(), runtime: currentRuntime(), seed: 3, whole: true },
    behaviour: trials.map((trial) => scored(trial, reasons)),
  });
}

test('a survivor ends with 1, a run that came to nothing with 3, and nothing tried is not a full score', () => {
  assert.equal(exitOfScore(aScore([killed])), 0);
  assert.equal(exitOfScore(aScore([killed, survived, broken])), 1);
  assert.equal(exitOfScore(aScore([killed, broken])), 3);
  assert.equal(exitOfScore(aScore([])), 3);
});

test('a survivor with a written reason is left out; a reason that a kill refutes, or that only a broken run supports, is no excuse', () => {
  const excused = aScore([killed, survived], { 'lists/b': 'nobody can tell' });
  assert.equal(exitOfScore(excused), 0);
  assert.deepEqual(excused.behaviour.tally, { ...excused.behaviour.tally, mutants: 2, killed: 1, equivalent: 1 });
  assert.equal(exitOfScore(aScore([killed], { 'lists/a': 'nobody can tell' })), 1);
  assert.equal(exitOfScore(aScore([killed, broken], { 'lists/c': 'nobody can tell' })), 3);
});

test('the kill matrix says who caught each fault or why nobody did, and the score of each row and in all', () => {
  const text = renderKillMatrix(aScore([killed, survived, broken]));
  assert.match(text, /^killed {5}lists\/a {2}TM-63 {2}check catches-lists\/a$/m);
  assert.match(text, /^SURVIVED {3}lists\/b {2}TM-58 TM-63 {2}nothing was heard of check catches-lists\/b/m);
  assert.match(text, /^BROKEN {5}lists\/c {2}TM-63 {2}it died$/m);
  assert.match(text, /^ {2}TM-58 {2}0 of 1 killed \(0 %\), 1 survived$/m);
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
