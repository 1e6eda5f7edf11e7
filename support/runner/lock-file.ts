import { createHash } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { errorCode } from '../config/read-problem.js';
import type { Processes, ProcessMark } from '../config/processes.js';

/** A run that is under way, as its lock file names it. */
export interface ActiveRun extends ProcessMark {
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** What a lock file says; the holder is null when it names nobody. */
export interface FoundLock {
  readonly text: string;
  readonly holder: ActiveRun | null;
}

/** Looks at a lock that another process is just replacing, at most; each takes about a millisecond. */
const mostLooks = 2000;

/** Puts an own lock into a file that is free or stale; null when that worked, else the living run that has it. */
export async function placeLock(file: string, own: ActiveRun, machine: Processes): Promise<ActiveRun | null> {
  return withDraft(file, own, async (draft) => linkOrHolder(draft, file, machine));
}

/** Removes a stale lock, unless somebody else has it or is at it by now. */
export async function removeStale(file: string, stale: FoundLock, own: ActiveRun, machine: Processes): Promise<void> {
  await withDraft(file, own, async (draft) => changeStale(draft, file, stale, machine, async () => rm(file)));
}

/** The run a lock names, when its process is alive. */
export async function livingHolder({ holder }: FoundLock, machine: Processes): Promise<ActiveRun | null> {
  return holder !== null && (await machine.isRunning(holder)) ? holder : null;
}

/** What a lock file says, or null when it is gone. */
export async function readLock(file: string): Promise<FoundLock | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const value = parsed(text);
  return { text, holder: isActiveRun(value) ? value : null };
}

/** Name of the lock on replacing or removing exactly this content of a lock file. */
export function guardOf(file: string, text: string): string {
  return `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

async function withDraft<T>(file: string, own: ActiveRun, work: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${file}.${String(own.pid)}`;
  // A draft that a crash left behind may be a hard link to a lock: written over, it would change that lock.
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(own)}\n`);
  return work(draft).finally(() => rm(draft, { force: true }));
}

async function linkOrHolder(draft: string, file: string, machine: Processes): Promise<ActiveRun | null> {
  for (let look = 1; !(await linked(draft, file)); look += 1) {
    const found = await readLock(file);
    if (found === null) continue;
    const holder = await livingHolder(found, machine);
    if (holder !== null) return holder;
    const change = await changeStale(draft, file, found, machine, async () => replace(draft, file));
    if (change === 'made') return null;
    if (change !== 'too-late' && look >= mostLooks) return change;
  }
  return null;
}

/**
 * Changes a stale lock file. Only who holds the guard of exactly this content, and still finds it afterwards, may: a path
 * alone does not tell a stale lock from the fresh one that took its place. Returns the run that has the guard otherwise.
 * The guard is a lock like any other, so that one whose process died over it is stale too.
 */
async function changeStale(
  draft: string,
  file: string,
  stale: FoundLock,
  machine: Processes,
  change: () => Promise<void>,
): Promise<'made' | 'too-late' | ActiveRun> {
  const guard = guardOf(file, stale.text);
  const busy = await linkOrHolder(draft, guard, machine);
  if (busy !== null) return busy;
  try {
    if ((await readLock(file))?.text !== stale.text) return 'too-late';
    await change();
    return 'made';
  } finally {
    await rm(guard, { force: true });
  }
}

/** Renaming is atomic: at no time is there no lock. The draft itself stays, for guards. */
async function replace(draft: string, file: string): Promise<void> {
  const copy = `${draft}.new`;
  await rm(copy, { force: true });
  await link(draft, copy);
  await rename(copy, file);
}

/** Linking is atomic and refuses where a file is: nobody ever reads half a lock. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
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
