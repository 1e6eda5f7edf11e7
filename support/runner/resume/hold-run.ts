import { basename, dirname, join } from 'node:path';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeUsageMessages } from '../../messages/resume-messages.js';
import { takeRunLock, type RunLock } from '../active-run.js';

const usage = errorsOf(resumeUsageMessages, 'usage');

/** The lock of a run's folder: beside it, because the pack is a closed set of files. */
export function lockFileOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.lock`);
}

/**
 * Takes the run's folder for this process. RES-104 (64) while another one is at work in it.
 */
export async function holdRun(folder: string, runId: string, startedAt: string): Promise<RunLock> {
  const { lock, heldBy } = await takeRunLock(lockFileOf(folder), { runId, startedAt });
  if (lock !== null) return lock;
  throw usage('RES-104', { run: runId, pid: heldBy.pid, since: heldBy.startedAt });
}
