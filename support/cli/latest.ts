import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Folder of the reports unless `--out` says otherwise, below the current folder. */
export const defaultReportsFolder = 'reports';

/** Removes `latest` and `latest.zip`, so that a run that does not finish never leaves an older result behind. */
export async function forgetLatest(reportsFolder: string): Promise<void> {
  for (const name of ['latest', 'latest.zip']) await rm(join(reportsFolder, name), { recursive: true, force: true });
}

/** Points `latest` at a run, relatively, so that the reports folder can be moved. Replaces atomically. */
export async function pointLatest(reportsFolder: string, runId: string): Promise<void> {
  await mkdir(reportsFolder, { recursive: true });
  const passing = join(reportsFolder, `.latest-${runId}`);
  await symlink(join('runs', runId), passing);
  await rename(passing, join(reportsFolder, 'latest'));
}

/** The reports folder that a command line means, read without parsing the rest: it may be the rest that is wrong. */
export function reportsFolderIn(argv: readonly string[], cwd: string): string {
  const at = argv.findIndex((argument) => argument === '--out' || argument.startsWith('--out='));
  const given = argv[at]?.includes('=') === true ? argv[at].slice('--out='.length) : argv[at + 1];
  return resolve(cwd, at < 0 || given === undefined || given === '' ? defaultReportsFolder : given);
}
