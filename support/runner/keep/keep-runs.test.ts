import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Decision } from '../../verdict/verdict.js';
import { takeRunLock } from '../active-run.js';
import { lockFileOf } from '../resume/hold-run.js';
import { keepRuns } from './keep-runs.js';
import { keptLines } from './kept-lines.js';

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'axys-keep-'))));
after(() => rm(folder, { recursive: true, force: true }));

const idOf = (day: number) => `run-202611${String(day).padStart(2, '0')}T080000Z-00000a`;

/** A reports folder with a closed pack a day. */
async function reportsOf(name: string, decisions: readonly Decision[]): Promise<string> {
  const reports = join(folder, name);
  for (const [index, decision] of decisions.entries()) {
    const runId = idOf(index + 1);
    const run = join(reports, 'runs', runId);
    await mkdir(join(reports, 'allure', runId), { recursive: true });
    await mkdir(run, { recursive: true });
    await writeFile(join(run, 'manifest.json'), JSON.stringify({ runId, files: [] }));
    await writeFile(join(run, 'summary.json'), JSON.stringify({ runId, decision }));
    await writeFile(`${run}.zip`, '');
  }
  return reports;
}

const left = async (reports: string) => (await readdir(join(reports, 'runs'))).sort();
const packs = (...days: readonly number[]) => days.flatMap((day) => [idOf(day), `${idOf(day)}.zip`]);
const keeping = (keep: number, ...named: readonly string[]) => ({ keep, named: new Set(named) });

test('the newest stay, older ones go with their zip and their Allure report', async () => {
  const reports = await reportsOf('plain', ['practice-pass', 'practice-fail', 'partial', 'practice-pass']);
  const kept = await keepRuns(reports, keeping(2, idOf(4)));
  assert.deepEqual(kept, { removed: [idOf(2), idOf(1)], spared: [], problems: [] });
  assert.deepEqual(await left(reports), packs(3, 4));
  assert.deepEqual((await readdir(join(reports, 'allure'))).sort(), [idOf(3), idOf(4)]);
  assert.deepEqual(keptLines(2, kept), [`--keep 2: removed 2 older runs: ${idOf(2)} ${idOf(1)}`]);
});

test('what somebody waits for, what this run rests on and what is under way stays', async () => {
  const reports = await reportsOf('spared', [
    'certifiable',
    'awaiting-people',
    'partial',
    'partial',
    'rejected',
    'partial',
  ]);
  const { lock } = await takeRunLock(lockFileOf(join(reports, 'runs', idOf(4))), { runId: idOf(4), startedAt: '' });
  const kept = await keepRuns(reports, keeping(1, idOf(6), idOf(3)));
  await lock?.release();
  assert.deepEqual(kept.removed, [idOf(5)]);
  assert.deepEqual(keptLines(1, kept).slice(1), [
    `--keep 1: left 1 older run because it is not finished: ${idOf(4)}`,
    `--keep 1: left 1 older run because this run rests on it: ${idOf(3)}`,
    `--keep 1: left 1 older run because it is awaiting-people: ${idOf(2)}`,
    `--keep 1: left 1 older run because it is certifiable: ${idOf(1)}`,
  ]);
});

test('only folders that are packs of the run they are named after are ever touched', async () => {
  const reports = await reportsOf('foreign', ['partial', 'partial', 'partial', 'partial', 'partial']);
  const runs = join(reports, 'runs');
  await writeFile(join(runs, idOf(1), 'summary.json'), JSON.stringify({ runId: idOf(2), decision: 'partial' }));
  await rm(join(runs, idOf(2), 'manifest.json'));
  await writeFile(join(runs, idOf(3), 'summary.json'), 'no JSON');
  await mkdir(join(runs, 'my-notes'));
  await writeFile(join(runs, 'run-20261101T070000Z-00000b'), 'a file');
  await symlink(folder, join(runs, 'run-20261101T060000Z-00000c'));
  const before = await left(reports);
  const kept = await keepRuns(reports, keeping(1, idOf(5)));
  assert.deepEqual(kept.removed, [idOf(4)]);
  assert.deepEqual(await left(reports), before.filter((name) => !name.startsWith(idOf(4)))); // prettier-ignore
});

test('a run that cannot be removed is told, and the others go', async () => {
  const reports = await reportsOf('refused', ['partial', 'partial', 'partial']);
  const refuse = (_reports: string, run: string) =>
    run === idOf(2) ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) : Promise.resolve();
  const { removed, problems } = await keepRuns(reports, keeping(1), refuse);
  assert.deepEqual(removed, [idOf(1)]);
  assert.deepEqual(problems.map(({ code, message }) => [code, message.includes('EACCES')]), [['KEP-101', true]]); // prettier-ignore
  const missing = await keepRuns(join(folder, 'nothing-here'), keeping(1));
  assert.deepEqual(missing.problems.map(({ code }) => code), ['KEP-102']); // prettier-ignore
});

test('a removal that was stopped is finished by the next', async () => {
  const reports = await reportsOf('stopped', ['partial', 'partial']);
  await mkdir(join(reports, 'runs', `.removed-${idOf(9)}`, 'exchanges'), { recursive: true });
  const { removed } = await keepRuns(reports, keeping(2));
  assert.deepEqual(removed, [idOf(9)]);
  assert.deepEqual(await left(reports), packs(1, 2));
});
