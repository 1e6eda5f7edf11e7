import { mkdir, readdir, readFile, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../../config/read-problem.js';

/** What the workers of a run were started with: `parallel/<runId>/parallel.json` in the reports folder. */
export interface ParallelState {
  readonly runId: string;
  /** Number of parts. */
  readonly of: number;
  /** True when the last part runs alone. */
  readonly aloneLast: boolean;
  /** Flags that choose what runs, and in what order. */
  readonly selection: readonly string[];
  /** Flags that say where and with what: given again when the run goes on. */
  readonly setting: readonly string[];
}

/** Folder of the parallel runs that are under way or were stopped, below the reports folder. */
export const parallelFolder = 'parallel';

/** Name of the file of a {@link ParallelState}, below a run's folder. */
export const parallelStateFile = 'parallel.json';

/** Where the workers of a run write until their packs are merged, absolute. */
function workersFolder(reports: string, runId: string): string {
  return join(reports, parallelFolder, runId);
}

/** The reports folder of one worker, absolute. */
export function workerReports(reports: string, runId: string, index: number): string {
  return join(workersFolder(reports, runId), String(index));
}

/** Writes the state of a run that begins. */
export async function writeParallelState(reports: string, state: ParallelState): Promise<void> {
  const folder = workersFolder(reports, state.runId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, parallelStateFile), `${JSON.stringify(state, null, 2)}\n`);
}

/**
 * The state of a parallel run that was stopped, by run id, the path of its folder, or a link to that such as `latest`; null when
 * there is none.
 */
export async function readParallelState(run: string, reports: string, cwd: string): Promise<ParallelState | null> {
  const paths = await Promise.all([join(reports, run), resolve(cwd, run)].map(linkedTo));
  for (const runId of [run, ...paths.map((path) => basename(path))]) {
    const text = await readFile(join(workersFolder(reports, runId), parallelStateFile), 'utf8').catch(
      (error: unknown) => {
        if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
        throw error;
      },
    );
    // Our own writer wrote it, and no evidence rests on it.
    if (text !== null) return JSON.parse(text) as ParallelState;
  }
  return null;
}

/** Where a path leads, links followed; the path itself where nothing lies there, as with the folder of a run not merged yet. */
async function linkedTo(path: string): Promise<string> {
  return realpath(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return path;
    throw error;
  });
}

/** Removes what the workers wrote, once it lies in the merged pack. */
export async function forgetWorkers(reports: string, runId: string): Promise<void> {
  await rm(workersFolder(reports, runId), { recursive: true, force: true });
  await rmdir(dirname(workersFolder(reports, runId))).catch((error: unknown) => {
    // The workers of other runs stay.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  });
}

/** The run folder of a worker, absolute; null when it has not begun one. */
export async function runOfWorker(reports: string, runId: string, index: number): Promise<string | null> {
  const runs = join(workerReports(reports, runId, index), 'runs');
  const names = await readdir(runs, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const run = names.find((entry) => entry.isDirectory() && entry.name.startsWith('run-'));
  return run === undefined ? null : join(runs, run.name);
}
