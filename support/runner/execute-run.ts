import type { DerivedRun } from '../views/derived-run.js';
import { openRun } from './open-run.js';
import { runPlan } from './run-plan.js';
import type { RunRequest } from './run-request.js';

/**
 * Opens a run, drives its plan through Cucumber, decides and writes the evidence; closes everything it opened. Throws
 * coded errors for what stops a run before its first scenario; afterwards every failure becomes part of the decided run.
 */
export async function executeRun(request: RunRequest): Promise<DerivedRun> {
  const run = await openRun(request);
  await run.attempt(async () => {
    run.blame((await runPlan(request.prepared.plan, run.context)).harnessErrors);
  });
  return run.finish();
}
