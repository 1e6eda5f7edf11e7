import type { CapabilityClaim } from '../../verdict/capability-claim.js';
import { carriedFolder } from '../../evidence/carried-places.js';
import { gateFile } from '../../evidence/write-gate.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { runRecordIn } from '../gate-facts.js';
import type { GateStep } from '../../verdict/gate-step.js';
import { isPractice } from '../../verdict/gate-input.js';
import { readRecordedRun } from '../recompute/recorded-run.js';
import type { RunRecord } from '../resume/run-record.js';
import type { TargetClass } from '../../target/target.js';
import { asCarried } from './as-carried.js';
import { packWithin } from './carried-files.js';
import { readCarriedPlan, type CarriedPlan } from './carried-plan.js';
import { carriedScenarios } from './settled-scenarios.js';

/** The facts of an earlier run that decide whether its evidence may be carried. */
export interface EarlierRun {
  readonly record: RunRecord;
  readonly targetClass: TargetClass;
  /** True for a run that could only ever be practice. */
  readonly practice: boolean;
  readonly claims: readonly CapabilityClaim[];
  /** Ids of the steps of its gate that failed. */
  readonly failedSteps: readonly string[];
}

/** Everything a run takes over, read from its own pack. */
export interface CarriedEvidence {
  readonly plan: CarriedPlan;
  readonly earlier: EarlierRun;
  /** Marked `carried-over`; one for each scenario of the plan that the earlier pack really has. */
  readonly results: readonly ScenarioResult[];
  /** Scenarios whose origin is another than the plan says. */
  readonly misdated: readonly string[];
}

/** Reads what a run carried over; null when it carried nothing. Throws VFY-302 for evidence that cannot be read back. */
export async function readCarried(pack: OpenPack): Promise<CarriedEvidence | null> {
  const plan = await readCarriedPlan(pack);
  if (plan === null) return null;
  const settled = await carriedScenarios(pack);
  const planned = new Map(plan.scenarios.map((scenario) => [scenario.id, scenario]));
  return {
    plan,
    earlier: await earlierRun(packWithin(pack, carriedFolder(plan.source.runId))),
    results: settled.map(asCarried),
    misdated: settled
      .filter(({ id, runId, startedAt }) => {
        const said = planned.get(id);
        return said?.runId !== runId || said.startedAt !== startedAt;
      })
      .map(({ id }) => id),
  };
}

/** The facts of a pack that is to be carried. */
export async function earlierRun(pack: OpenPack): Promise<EarlierRun> {
  const { summary, facts } = await readRecordedRun(pack);
  const { environment, class: targetClass } = summary.target;
  return {
    record: await runRecordIn(pack),
    targetClass,
    practice: isPractice({ environment, targetClass, adHocKey: facts.adHocKey }),
    claims: facts.claims,
    failedSteps: await failedSteps(pack),
  };
}

async function failedSteps(pack: OpenPack): Promise<string[]> {
  // `verify` makes results/gate.json again and compares the bytes.
  const { steps } = (await jsonOf(pack, gateFile)) as { readonly steps: readonly GateStep[] };
  return steps.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}
