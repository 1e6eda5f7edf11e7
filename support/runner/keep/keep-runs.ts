import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../config/read-problem.js';
import { errorsOf, type CodedError } from '../../messages/coded-error.js';
import { keepMessages } from '../../messages/keep-messages.js';
import { isRunId } from '../run-id.js';
import { leaving, removeRun, runsFolder } from './remove-run.js';
import { runsIn } from './runs-in.js';
import { runsToRemove, type RemovalRequest, type SparedRun } from './runs-to-remove.js';

const failed = errorsOf(keepMessages, 'harnessError');

/** What became of the older runs of a reports folder. */
export interface KeptRuns {
  readonly removed: readonly string[];
  readonly spared: readonly SparedRun[];
  /** KEP-101 for each run that could not be removed, KEP-102 when the folder cannot be read. To be told, not thrown. */
  readonly problems: readonly CodedError[];
}

/** Removes a run; replaced in tests to see what happens when it cannot be done. */
export type RemoveRun = typeof removeRun;

/** Removes the runs beyond those to keep from a reports folder, and finishes removals that were stopped. Never throws. */
export async function keepRuns(
  reports: string,
  request: RemovalRequest,
  remove: RemoveRun = removeRun,
): Promise<KeptRuns> {
  const folder = join(reports, runsFolder);
  const problems: CodedError[] = [];
  const removed: string[] = [];
  try {
    const plan = runsToRemove(await runsIn(folder), request);
    for (const run of [...(await halfRemoved(folder)), ...plan.remove]) {
      try {
        await remove(reports, run);
        removed.push(run);
      } catch (error) {
        problems.push(failed('KEP-101', { run, folder, problem: problemOf(error) }, error));
      }
    }
    return { removed, spared: plan.spared, problems };
  } catch (error) {
    return {
      removed,
      spared: [],
      problems: [...problems, failed('KEP-102', { folder, problem: problemOf(error) }, error)],
    };
  }
}

/** Runs whose removal began and did not end: nothing of them is called by the run's name any more. */
async function halfRemoved(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(leaving));
  return names.map((name) => name.slice(leaving.length)).filter(isRunId);
}

function problemOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}
