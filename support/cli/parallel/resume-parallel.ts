import { join } from 'node:path';
import type { Configuration } from '../../config/configuration.js';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeUsageMessages } from '../../messages/resume-messages.js';
import type { ExitCode } from '../../messages/exit-code.js';
import type { RunFlags } from '../run-flags.js';
import type { CommandIo } from '../streams.js';
import { settingOf } from './begin-parallel.js';
import { isPutTogether } from './is-put-together.js';
import { openParts } from './open-parts.js';
import { parallelRun } from './parallel-run.js';
import type { ParallelState } from './parallel-state.js';

const usage = errorsOf(resumeUsageMessages, 'usage');

/** A parallel run that was stopped, and what it goes on with. */
export interface ParallelResumption {
  readonly state: ParallelState;
  readonly flags: RunFlags;
  readonly configuration: Configuration;
  readonly reports: string;
}

/**
 * Goes on with every part of a parallel run that has not ended, and puts the run together anew. RES-102 (64) where all have, and
 * its pack is theirs.
 */
export async function resumeParallel(
  { state, flags, configuration, reports }: ParallelResumption,
  io: CommandIo,
): Promise<ExitCode> {
  const { runId } = state;
  const open = await openParts(state, reports);
  if (open === 0 && (await isPutTogether(state, reports)))
    throw usage('RES-102', { run: runId, pack: join(reports, 'runs', runId) });
  const left =
    open === 0 ? 'every part has ended: putting them together' : `going on with ${open} of ${state.of} parts`;
  io.stderr.write(`Run ${runId}: ${left}\n`);
  const going = { ...state, setting: settingOf(flags) };
  return parallelRun({ reports, state: going, signingKeyPath: configuration.signingKeyPath, flags }, io);
}
