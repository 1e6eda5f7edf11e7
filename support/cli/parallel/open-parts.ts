import { openPack } from '../../evidence/verify/open-pack.js';
import { hasEnded } from '../../runner/resume/ended-run.js';
import { readRunRecord } from '../../runner/resume/run-record.js';
import { runOfWorker, type ParallelState } from './parallel-state.js';

/** How many parts of a parallel run can still go on. */
export async function openParts({ runId, of }: ParallelState, reports: string): Promise<number> {
  let open = 0;
  for (let index = 1; index <= of; index += 1) {
    const folder = await runOfWorker(reports, runId, index);
    const record = folder === null ? null : await readRunRecord(folder);
    if (folder === null || record === null || !(await hasEnded(await openPack(folder), record))) open += 1;
  }
  return open;
}
