import { executeRun } from '../runner/execute-run.js';
import { sealDeadRun } from '../runner/resume/seal-dead-run.js';
import type { RunRequest } from '../runner/run-request.js';
import type { ExitCode } from '../messages/exit-code.js';
import { concludeRun, type FinishedPlace } from './conclude-run.js';
import type { RunToResume } from './run-to-resume.js';
import type { CommandIo } from './streams.js';

/** Runs what was planned, or goes on with it, and shows the result. Throws what stops a run before its first scenario. */
export async function carryOutRun(
  request: RunRequest,
  resumed: RunToResume | null,
  place: FinishedPlace,
  io: CommandIo,
): Promise<ExitCode> {
  // The embedded emulator ended with the process that died: what it recorded is all there will ever be.
  const run =
    resumed?.record.embedded === true ? await sealDeadRun(request, resumed.record) : await executeRun(request);
  return concludeRun(run, place, io);
}
