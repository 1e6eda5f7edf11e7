import { readdir, readFile, realpath, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseJson } from '../../config/parse-json.js';
import { errorCode } from '../../config/read-problem.js';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeConfigurationMessages } from '../../messages/resume-messages.js';

const cannot = errorsOf(resumeConfigurationMessages, 'configuration');

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

/** Writes the state of a run that begins, whole or not at all. */
export async function writeParallelState(reports: string, state: ParallelState): Promise<void> {
  const folder = evidenceFolder(workersFolder(reports, state.runId));
  await folder.write(parallelStateFile, `${JSON.stringify(state, null, 2)}\n`);
}

/**
 * The state of a parallel run that was stopped, by run id, the path of its folder, or a link to that such as `latest`; null when
 * there is none. RES-202 (78) for a file that holds no state: a machine that was lost may leave half of one.
 */
export async function readParallelState(run: string, reports: string, cwd: string): Promise<ParallelState | null> {
  const paths = await Promise.all([join(reports, run), resolve(cwd, run)].map(linkedTo));
  for (const runId of [run, ...paths.map((path) => basename(path))]) {
    const file = join(workersFolder(reports, runId), parallelStateFile);
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    });
    if (text !== null) return stateIn(text, file);
  }
  return null;
}

function stateIn(text: string, file: string): ParallelState {
  const value = parsed(text, file);
  if (isState(value)) return value;
  throw cannot('RES-202', { file, problem: 'it does not say how a run was divided' });
}

function parsed(text: string, file: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw cannot('RES-202', { file, problem: cause instanceof Error ? cause.message : 'it is not JSON' }, cause);
  }
}

function isState(value: unknown): value is ParallelState {
  const { runId, of, aloneLast, selection, setting } = (value ?? {}) as Partial<Record<keyof ParallelState, unknown>>;
  const isCounted = typeof runId === 'string' && Number.isInteger(of) && typeof aloneLast === 'boolean';
  return isCounted && Array.isArray(selection) && Array.isArray(setting);
}

/** Where a path leads, links followed; the path itself where nothing lies there, as with the folder of a run not merged yet. */
async function linkedTo(path: string): Promise<string> {
  return realpath(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return path;
    throw error;
  });
}

/** Removes what the workers wrote, once it lies in the merged pack; `remove` is the file system's own when not given. */
export async function forgetWorkers(reports: string, runId: string, remove: typeof rm = rm): Promise<void> {
  // First of all: a process may die in here, and a run with a state and without a worker's folder would begin that part anew.
  await remove(join(workersFolder(reports, runId), parallelStateFile), { force: true });
  await remove(workersFolder(reports, runId), { recursive: true, force: true });
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
