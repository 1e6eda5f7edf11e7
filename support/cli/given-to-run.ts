import type { BaselineRequest } from '../diff/dossier/baseline-request.js';
import type { CarrySource } from '../runner/carry/carry-source.js';
import { affectedRows } from './affected-rows.js';
import type { RunFlags } from './run-flags.js';
import { readParallelState, type ParallelState } from './parallel/parallel-state.js';
import { packToCarry } from './run-to-carry.js';
import { packToCompareWith } from './run-to-compare.js';
import { refuseRecorded, runMeant, runToResume, type RunToResume } from './run-to-resume.js';
import type { CommandIo } from './streams.js';

/** What the flags of `run` name of earlier runs; each null without its flag. */
export interface GivenToRun {
  /** Rows of `--affected-by`, as a tag expression. */
  readonly affected: string | null;
  /** The pack of `--carry`. */
  readonly from: CarrySource | null;
  /** The packs and approvals that the run is compared with. */
  readonly baseline: BaselineRequest | null;
  /** The parallel run that `--resume` goes on with. */
  readonly halted: ParallelState | null;
  /** The undivided run that `--resume` goes on with. */
  readonly resumed: RunToResume | null;
}

/** Reads all that a run is given of earlier ones. Throws a coded error for the first that is not there, not whole, or does not fit. */
export async function givenToRun(flags: RunFlags, reports: string, io: CommandIo): Promise<GivenToRun> {
  const affected = await affectedRows(flags, io);
  const from = await packToCarry(flags, reports, io.cwd);
  const baseline = await packToCompareWith(flags, reports, io.cwd);
  const resume = await runMeant(flags.resume, reports);
  if (resume === undefined) return { affected, from, baseline, halted: null, resumed: null };
  refuseRecorded(flags);
  const halted = await readParallelState(resume, reports, io.cwd);
  const resumed = halted === null ? await runToResume(resume, reports, io.cwd) : null;
  return { affected, from, baseline, halted, resumed };
}
