import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { writeProblem } from '../config/write-problem.js';
import { failureMessages, usageMessages } from '../messages/cli-messages.js';
import { errorsOf } from '../messages/coded-error.js';

const failed = errorsOf(failureMessages, 'harnessError');
const usage = errorsOf(usageMessages, 'usage');

/** What every run folder has, or some of it. */
const ofRun: ReadonlySet<string> = new Set(['journal', 'manifest.json', 'plan', 'results', 'summary.json']);

const foreign = new Error('latest is a folder, and nothing in it is of a run');

/** Folder of the reports unless `--out` says otherwise, below the current folder. */
export const defaultReportsFolder = 'reports';

/**
 * Removes `latest` and `latest.zip`, so that a run that does not finish never leaves an older result behind. CMD-305
 * (3) when it cannot or when `latest` is a folder that no run made, CMD-103 (64) when the reports folder is none.
 */
export async function forgetLatest(reportsFolder: string): Promise<void> {
  try {
    if (isForeign(join(reportsFolder, 'latest'))) throw foreign;
    for (const name of ['latest', 'latest.zip']) await rm(join(reportsFolder, name), { recursive: true, force: true });
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') throw usage('CMD-103', { folder: reportsFolder }, error);
    throw failed('CMD-305', { folder: reportsFolder, problem: problemOf(error) }, error);
  }
}

function problemOf(error: unknown): string {
  return error === foreign ? foreign.message : writeProblem(error);
}

/** Whether a folder is in the place of the link. Where links were followed on copying, as archives of CI do, it is a run's copy. */
function isForeign(latest: string): boolean {
  if (lstatSync(latest, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const names = readdirSync(latest);
  return names.length > 0 && !names.some((name) => ofRun.has(name));
}

/**
 * Points `latest` at a run, and `latest.zip` at its zip where it has one (an unsigned pack has none), relatively, so that
 * the reports folder can be moved. Replaces atomically.
 */
export async function pointLatest(reportsFolder: string, runId: string): Promise<void> {
  await mkdir(reportsFolder, { recursive: true });
  await point(reportsFolder, 'latest', runId);
  if (existsSync(join(reportsFolder, 'runs', `${runId}.zip`))) await point(reportsFolder, 'latest.zip', `${runId}.zip`);
}

async function point(reportsFolder: string, name: string, run: string): Promise<void> {
  const passing = join(reportsFolder, `.${name}-${run}`);
  // A process that died in here left it, and a run that goes on has the same id.
  await rm(passing, { force: true });
  await symlink(join('runs', run), passing);
  await rename(passing, join(reportsFolder, name));
}

/** The reports folders that a command line means, read without parsing the rest: it may be the rest that is wrong. */
export function reportsFoldersIn(argv: readonly string[], cwd: string): readonly string[] {
  const given = argv.flatMap((argument, at) => {
    if (argument.startsWith('--out=')) return [argument.slice('--out='.length)];
    return argument === '--out' ? argv.slice(at + 1, at + 2) : [];
  });
  const named = given.filter((folder) => folder.trim() !== '');
  return (named.length === 0 ? [defaultReportsFolder] : named).map((folder) => resolve(cwd, folder));
}
