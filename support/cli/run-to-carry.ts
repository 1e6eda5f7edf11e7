import { readBuildInfo } from '../config/embedded-build.js';
import type { Clock } from '../config/clock.js';
import { openPack } from '../evidence/verify/open-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { carryMessages } from '../messages/carry-messages.js';
import type { CarryRequest } from '../runner/carry/carry-request.js';
import { readCarriedPlan } from '../runner/carry/carried-plan.js';
import type { CarrySource } from '../runner/carry/carry-source.js';
import { narrowPlan } from '../runner/carry/narrow-plan.js';
import type { PreparedRun } from '../runner/prepare-run.js';
import { packPlace } from './pack-place.js';
import type { RunFlags } from './run-flags.js';
import type { RunToResume } from './run-to-resume.js';

const usage = errorsOf(carryMessages, 'usage');

/** A run begins a moment after its plan is made; what is nearly too old counts as too old. */
const startMs = 60_000;

/**
 * Opens and verifies the pack that `--carry` names, before anything of an earlier run is removed: it may be that very pack.
 * Null without the flag. CRY-101 (64) beside `--resume`.
 */
export async function packToCarry(
  { carry, resume }: Pick<RunFlags, 'carry' | 'resume'>,
  reports: string,
  cwd: string,
): Promise<CarrySource | null> {
  if (carry === undefined) return null;
  if (resume !== undefined) throw usage('CRY-101');
  const { openCarrySource } = await import('../runner/carry/carry-source.js');
  return openCarrySource(await packPlace(carry, reports, cwd), readBuildInfo());
}

/** A prepared run with what it takes over left out of its plan. */
export interface CarryingRun {
  readonly prepared: PreparedRun;
  /** What a new run takes over; null for a resumed run, whose folder already holds it, and for one that takes nothing. */
  readonly carry: CarryRequest | null;
}

/** Leaves out of a plan what the run takes over, or took over in its first part. Throws CRY-103 to CRY-105 (64). */
export async function withoutCarried(
  prepared: PreparedRun,
  { from, resumed }: { readonly from: CarrySource | null; readonly resumed: RunToResume | null },
  clock: Clock,
): Promise<CarryingRun> {
  if (from !== null) {
    const { chooseFrom } = await import('../runner/carry/carry-source.js');
    const scenarios = chooseFrom(from, prepared.plan, new Date(clock.now() + startMs).toISOString());
    const plan = narrowPlan(prepared.plan, scenarios, from.source.runId);
    return { prepared: { ...prepared, plan }, carry: { from, scenarios } };
  }
  const before = resumed === null ? null : await readCarriedPlan(await openPack(resumed.folder));
  if (before === null) return { prepared, carry: null };
  const plan = narrowPlan(prepared.plan, before.scenarios, before.source.runId);
  return { prepared: { ...prepared, plan }, carry: null };
}
