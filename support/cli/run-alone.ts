import { dirname, join } from 'node:path';
import { packageVersion } from '../config/package-root.js';
import { CodedError } from '../messages/coded-error.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import { harnessParts } from '../runner/harness-parts.js';
import { recomputeBeside } from '../runner/recompute/beside/recompute-beside.js';
import { runIdOf } from '../runner/run-id.js';
import type { RunRequest } from '../runner/run-request.js';
import { allureBeside, withoutAllure } from './allure-beside.js';
import { createProgress } from './progress.js';
import type { RunFlags } from './run-flags.js';
import { canGoOn, howToGoOn, type RunToResume } from './run-to-resume.js';
import type { CommandIo } from './streams.js';

/** A run in this process, planned and compiled. */
export interface LoneRun extends Pick<RunRequest, 'configuration' | 'prepared' | 'seed' | 'carry' | 'baseline'> {
  readonly flags: RunFlags;
  /** Reports folder, absolute. */
  readonly reports: string;
  /** The run to go on with; null for a new one. */
  readonly resumed: RunToResume | null;
}

/** Carries out a run, shows its result, and says how to go on with one that was stopped. */
export async function runAlone(run: LoneRun, io: CommandIo): Promise<ExitCode> {
  const { flags, reports, configuration, prepared, seed, carry, baseline, resumed } = run;
  // What runs and decides is two thirds of the harness: loaded once there is something to run.
  io.loadNow?.(new URL('carry-out-run.js', import.meta.url));
  const { carryOutRun } = await import('./carry-out-run.js');
  const parts = io.parts ?? harnessParts;
  const runId = resumed?.record.runId ?? runIdOf(parts.clock.now(), parts.randomBytes(3));
  const folder = resumed?.folder ?? join(reports, 'runs', runId);
  // A run that was resumed by its path stays where it is.
  const home = resumed === null ? reports : dirname(dirname(resumed.folder));
  const isPart = flags.worker === true;
  const allure = isPart ? withoutAllure : allureBeside(folder, join(home, 'allure', runId), io);
  const request: RunRequest = {
    ...{ runId, folder, activeFolder: join(reports, 'active') },
    ...{ configuration, prepared, seed, carry, baseline, resume: resumed?.record ?? null },
    ...{ logLevel: flags.logLevel, harnessVersion: packageVersion(), ...parts },
    progress: createProgress(io.stderr, parts.clock),
    signal: io.interrupted,
    allureWritten: () => allure.start(),
    // Workers of a parallel run share the machine already.
    ...(isPart ? {} : { recomputeBeside }),
  };
  const tell = async () => {
    // What becomes of a part is told by whoever started its worker.
    if (!isPart && (await canGoOn(folder))) io.stderr.write(`${howToGoOn(runId, flags, io.env)}\n`);
  };
  try {
    const place = { reports: home, folder, flags, allure };
    const ended = await allure.orGiveUp(() => carryOutRun(request, resumed, place, io));
    await tell();
    return ended;
  } catch (error) {
    // A refusal says itself what to do. What stopped the run is told in any case.
    if (!(error instanceof CodedError) || error.exit === exitCode.harnessError) await Promise.allSettled([tell()]);
    throw error;
  }
}
