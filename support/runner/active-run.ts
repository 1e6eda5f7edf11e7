import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { errorsOf } from '../messages/coded-error.js';
import { activeRunMessages } from '../messages/active-run-messages.js';
import { systemProcesses, type Processes, type ProcessMark } from './processes.js';

/** A run that is under way, as its lock file names it. */
export interface ActiveRun extends ProcessMark {
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** A lock file that is ours. */
export interface RunLock {
  /** Removes the file; safe to call twice. */
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
 * by now, is stale and replaced. Throws ACT-101 when the file cannot be written.
 */
export async function takeRunLock(file: string, { runId, startedAt, processes }: LockRequest): Promise<TakenLock> {
  const machine = processes ?? systemProcesses;
  const own: ActiveRun = { runId, ...(await machine.own()), startedAt };
  const draft = `${file}.${String(own.pid)}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, `${JSON.stringify(own)}\n`);
    const heldBy = await linkOrHolder(draft, file, machine).finally(() => rm(draft, { force: true }));
    return heldBy === null ? { lock: { release: () => rm(file, { force: true }) }, heldBy } : { lock: null, heldBy };
  } catch (error) {
    throw failed('ACT-101', { file, problem: errorCode(error) ?? 'unknown reason' }, error);
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
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw failed('ACT-102', { folder, problem: errorCode(error) ?? 'unknown reason' }, error);
  });
  const runs: ActiveRun[] = [];
  for (const name of names.filter((one) => one.startsWith(prefix) && one.endsWith('.json'))) {
    const run = await livingHolder(join(folder, name), processes);
    if (run !== null) runs.push(run);
    else await rm(join(folder, name), { force: true });
  }
  return runs.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}

/** Links the draft into place; null when that worked, else the living run that is there. */
async function linkOrHolder(draft: string, file: string, machine: Processes): Promise<ActiveRun | null> {
  while (!(await linked(draft, file))) {
    const holder = await livingHolder(file, machine);
    if (holder !== null) return holder;
    // Moved aside and looked at again before it goes: another process may have replaced the stale lock meanwhile.
    const aside = `${draft}.stale`;
    if (!(await moved(file, aside))) continue;
    if ((await livingHolder(aside, machine)) !== null) await linked(aside, file);
    await rm(aside, { force: true });
  }
  return null;
}

/** Linking is atomic and refuses where a file is: nobody ever reads half a lock. */
async function linked(draft: string, file: string): Promise<boolean> {
  return unless('EEXIST', link(draft, file));
}

async function moved(file: string, aside: string): Promise<boolean> {
  return unless('ENOENT', rename(file, aside));
}

/** True when the work was done, false when it failed with this code. */
async function unless(code: string, work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (errorCode(error) === code) return false;
    throw error;
  }
}

async function livingHolder(file: string, machine: Processes): Promise<ActiveRun | null> {
  const holder = await readLock(file);
  return holder !== null && (await machine.isRunning(holder)) ? holder : null;
}

/** Who a lock file names; null when it is gone, or when what it says names nobody. */
async function readLock(file: string): Promise<ActiveRun | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const value = parsed(text);
  return isActiveRun(value) ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Links are made of whole files, so this is no lock of ours.
    return null;
  }
}

function isActiveRun(value: unknown): value is ActiveRun {
  if (typeof value !== 'object' || value === null) return false;
  const { runId, pid, startedAt, born } = value as Readonly<Record<string, unknown>>;
  const named = typeof runId === 'string' && typeof startedAt === 'string';
  return named && Number.isInteger(pid) && (born === null || typeof born === 'string');
}
