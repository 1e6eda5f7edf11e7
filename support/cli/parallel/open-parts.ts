import { leftRun } from '../../runner/resume/left-run.js';
import { runOfWorker, type ParallelState } from './parallel-state.js';

/** How many parts of a parallel run can still go on. */
export async function openParts({ runId, of }: ParallelState, reports: string): Promise<number> {
  let open = 0;
  for (let index = 1; index <= of; index += 1) {
    const { state } = await leftRun(await runOfWorker(reports, runId, index));
    if (state !== 'ended') open += 1;
  }
  return open;
}
