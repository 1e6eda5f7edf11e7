import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { runRecordFile } from '../runner/resume/run-record.js';
import { isRunId } from '../runner/run-id.js';
import { parallelFolder, parallelStateFile } from './parallel/parallel-state.js';

/** Where the runs of a reports folder lie, and the file that each writes first. */
const places = [
  { folder: 'runs', first: runRecordFile },
  { folder: parallelFolder, first: parallelStateFile },
] as const;

/** The id of the run that began last in a reports folder, undivided or parallel, ended or not; null when there is none. */
export async function newestRun(reports: string): Promise<string | null> {
  const ids: string[] = [];
  for (const { folder, first } of places) {
    const names = await namesIn(join(reports, folder));
    ids.push(...names.filter((name) => isRunId(name) && existsSync(join(reports, folder, name, first))));
  }
  return ids.toSorted().at(-1) ?? null;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  });
}
