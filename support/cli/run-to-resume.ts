import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openPack } from '../evidence/verify/open-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { resumeUsageMessages } from '../messages/resume-messages.js';
import { readMergedPlan } from '../runner/merge/merged-plan.js';
import { leftRun } from '../runner/resume/left-run.js';
import type { RunRecord } from '../runner/resume/run-record.js';
import { givenAgain, quoted, variablesAgain } from './given-again.js';
import { newestRun } from './newest-run.js';
import type { RunFlags } from './run-flags.js';

const usage = errorsOf(resumeUsageMessages, 'usage');

/** A run that can go on. */
export interface RunToResume {
  /** Absolute. */
  readonly folder: string;
  readonly record: RunRecord;
}

/** Flags that a resumed run takes from its record. */
const fromRecord = {
  tags: '--tags',
  scenario: '--scenario',
  seed: '--seed',
  order: '--order',
  dryRun: '--dry-run',
  shard: '--shard',
  parallel: '--parallel',
} as const;

/**
 * Finds the run that `--resume` names, before anything of an earlier run is removed. RES-101, RES-102 and RES-106 (64) where
 * there is nothing to resume.
 */
export async function runToResume(run: string, reports: string, cwd: string): Promise<RunToResume> {
  const named = await folderOf([join(reports, 'runs', run), join(reports, run), resolve(cwd, run)]);
  const left = await leftRun(named);
  if (left.state === 'none') throw usage('RES-101', { run, folder: named ?? join(reports, 'runs', run) });
  const { folder, record } = left;
  if ((await readMergedPlan(await openPack(folder))) !== null) throw usage('RES-106', { run: record.runId });
  if (left.state === 'ended') throw usage('RES-102', { run: record.runId, pack: folder });
  return { folder, record };
}

/**
 * The run that `--resume` means. A run that was killed had no time to become `latest`, nor to say its id: then it is the one that
 * began last.
 */
export async function runMeant(resume: string | undefined, reports: string): Promise<string | undefined> {
  if (resume !== 'latest' || existsSync(join(reports, resume))) return resume;
  return (await newestRun(reports)) ?? resume;
}

/** Throws RES-105 (64) for a flag that a resumed run takes from its record. */
export function refuseRecorded(flags: RunFlags): void {
  for (const [name, flag] of Object.entries(fromRecord)) {
    if (flags[name as keyof typeof fromRecord] !== undefined) throw usage('RES-105', { flag });
  }
}

async function folderOf(candidates: readonly string[]): Promise<string | null> {
  for (const candidate of candidates) {
    const found = await realpath(candidate).catch(() => null);
    if (found !== null) return found;
  }
  return null;
}

/** True for the folder of a run that stopped before its end. */
export async function canGoOn(folder: string): Promise<boolean> {
  return (await leftRun(folder)).state === 'open';
}

/** The line that says how to go on with a stopped run. */
export function howToGoOn(runId: string, flags: RunFlags, environment: NodeJS.ProcessEnv): string {
  return `Stopped. To go on: ${commandToGoOn(runId, flags, environment)}`;
}

/** The command that goes on with a run; what was given besides its selection must be given again. */
export function commandToGoOn(runId: string, flags: RunFlags, environment: NodeJS.ProcessEnv): string {
  return [variablesAgain(environment), 'axys-certify run --resume', quoted(runId), givenAgain(flags)]
    .filter((part) => part !== '')
    .join(' ');
}
