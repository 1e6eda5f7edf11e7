import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { writeProblem } from '../config/write-problem.js';
import { errorsOf } from '../messages/coded-error.js';
import { activeRunMessages } from '../messages/active-run-messages.js';
import { livingHolder, placeLock, readLock, removeStale, type ActiveRun } from './lock-file.js';
import { systemProcesses, type Processes } from '../config/processes.js';

export type { ActiveRun } from './lock-file.js';

/** A lock file that is ours. */
export interface RunLock {
  /** Removes the file; the second time it does nothing, because the file may be another run's by then. */
  release(): Promise<void>;
}

/** Either the lock, or who has it. */
export type TakenLock =
  { readonly lock: RunLock; readonly heldBy: null } | { readonly lock: null; readonly heldBy: ActiveRun };

/** Who wants a lock. */
export interface LockRequest {
  readonly runId: string;
  readonly startedAt: string;
  /** The machine's own when not given. */
  readonly processes?: Processes;
}

const failed = errorsOf(activeRunMessages, 'harnessError');

/**
 * Takes a lock file for this process, whole or not at all. A lock whose process is dead, or whose pid another process has
 * by now, is stale and replaced; of many that want it at once one gets it. Throws ACT-101 when the file cannot be written.
 */
export async function takeRunLock(file: string, { runId, startedAt, processes }: LockRequest): Promise<TakenLock> {
  const machine = processes ?? systemProcesses;
  try {
    await mkdir(dirname(file), { recursive: true });
    const heldBy = await placeLock(file, { runId, ...(await machine.own()), startedAt }, machine);
    return heldBy === null ? { lock: releasing(file), heldBy } : { lock: null, heldBy };
  } catch (error) {
    throw failed('ACT-101', { file, problem: writeProblem(error) }, error);
  }
}

/**
 * The runs whose lock files in a folder begin with a prefix and whose processes are alive, oldest first; the files of
 * dead ones are removed. Throws ACT-102.
 */
export async function activeRunsIn(
  folder: string,
  prefix: string,
  processes: Processes = systemProcesses,
): Promise<ActiveRun[]> {
  try {
    const names = await readdir(folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    const locks = names.filter((one) => one.startsWith(prefix) && one.endsWith('.json'));
    const runs: ActiveRun[] = [];
    for (const name of locks) runs.push(...(await livingIn(join(folder, name), processes)));
    return runs.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  } catch (error) {
    throw failed('ACT-102', { folder, problem: errorCode(error) ?? 'unknown reason' }, error);
  }
}

/** The living run of a lock file, if any; a stale lock is removed. */
async function livingIn(file: string, machine: Processes): Promise<readonly ActiveRun[]> {
  const found = await readLock(file);
  if (found === null) return [];
  const holder = await livingHolder(found, machine);
  if (holder !== null) return [holder];
  const { runId, startedAt } = found.holder ?? { runId: '', startedAt: '' };
  await removeStale(file, found, { runId, ...(await machine.own()), startedAt }, machine);
  return [];
}

function releasing(file: string): RunLock {
  let held = true;
  return {
    release: async () => {
      if (held) await rm(file, { force: true });
      held = false;
    },
  };
}
