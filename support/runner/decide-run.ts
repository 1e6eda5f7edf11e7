import { publishedContract } from '../contract/published-contract.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import type { RunFacts } from '../evidence/run-facts.js';
import type { Target } from '../target/target.js';
import { claimAgainstOrigin } from '../evidence/origin/claim-against-origin.js';
import { decide } from '../verdict/decide.js';
import { finalResults } from '../verdict/final-results.js';
import type { CarriedOver } from '../verdict/carried-over.js';
import { isPractice } from '../verdict/gate-input.js';
import { realOnlyRows } from '../verdict/gate/real-only.js';
import { rejects } from '../verdict/rejecting-causes.js';
import type { RequirementContext } from '../verdict/requirement-context.js';
import { rollUpRequirements } from '../verdict/roll-up-requirements.js';
import { inOrder } from '../verdict/scenario-marks.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { Mark } from '../verdict/verdict.js';
import { applyWaivers } from '../verdict/waivers/apply-waivers.js';
import { carriedProblems } from './carry/carried-problems.js';
import type { CarriedEvidence } from './carry/read-carried.js';
import type { MergedPlan } from './merge/merged-plan.js';
import type { GateFacts } from './gate-facts.js';
import type { PreparedRun } from './prepare-run.js';
import { rowContextOf, rowsOfOperations } from './row-context.js';
import type { PackFacts } from './seal-run.js';
import type { StrayExchanges } from './stray-exchanges.js';

/** What a run left behind when its scenarios were over. */
export interface RunRecord {
  readonly facts: RunFacts;
  readonly target: Pick<Target, 'environment' | 'class' | 'profile'>;
  readonly prepared: Pick<PreparedRun, 'plan' | 'catalogue'>;
  readonly results: readonly ScenarioResult[];
  readonly strays: StrayExchanges;
  readonly claims: RequirementContext['claims'];
  /** What broke in the harness outside every scenario, as sentences. */
  readonly harnessProblems: readonly string[];
  readonly interrupted: boolean;
  readonly pack: PackFacts;
  /** What the gate needs of the frozen plan and of Cucumber's messages. */
  readonly gateFacts: GateFacts;
  /** What was taken over from an earlier run; null when nothing was. */
  readonly carried: CarriedEvidence | null;
}

/** Rolls results up to rows and rows to the decision. A pure function of what is recorded: `verify` decides again. */
export function decideRun(record: RunRecord): DecidedRun {
  const { facts, target, prepared, strays, gateFacts } = record;
  const judged = facts.contract.sha256;
  const carriedResults = record.carried?.results ?? [];
  const finals = inPlanOrder(finalResults([...record.results, ...carriedResults]), record);
  const waived = applyWaivers(target.profile.waivers, {
    catalogue: prepared.catalogue,
    results: finals,
    context: { strayFindings: strays.findings, operationRows: rowsOfOperations(target.environment) },
    startedAt: gateFacts.record.startedAt,
  });
  const results = finals.map((result) => {
    const more: Mark[] = [];
    if (waived.scenarios.has(result.id)) more.push('waived');
    if (gateFacts.softened.has(result.id)) more.push('softened');
    return more.length === 0 ? result : { ...result, marks: inOrder([...result.marks, ...more]) };
  });
  const strayFindings = strays.findings;
  const context = { strayFindings, claims: record.claims, waivedRows: waived.rows, results, carried: carriedResults };
  const requirements = rollUpRequirements(prepared.catalogue, results, rowContextOf(target, prepared, context));
  const carried = carriedOver(record);
  const gate = decide({
    environment: target.environment,
    targetClass: target.class,
    partial: prepared.plan.partial,
    ...record.pack,
    contract: {
      ...{ ...gateFacts.contract, judged, published: judged === publishedContract.sha256 },
      publishedSha256: publishedContract.sha256,
    },
    origin: claimAgainstOrigin(facts, gateFacts.origin, results, gateFacts.baseUrls),
    cucumber: gateFacts.cucumber,
    clockJumps: gateFacts.clockJumps,
    carried,
    shards: shardsInWords(gateFacts.merged),
    planned: [...prepared.plan.scenarios, ...(carried?.scenarios ?? [])].map(({ id }) => id),
    results,
    requirements,
    realOnly: realOnlyRows(prepared.catalogue),
    invariants: gateFacts.invariants,
    waivers: waived.states,
    notJudged: strays.notJudged,
    strayFailures: strayFindings
      .filter((finding) => rejects(finding) && !waived.coversStray(finding))
      .map(({ exchangeId, rule, message }) => `${exchangeId} ${rule}: ${message}`),
    harnessProblems: record.harnessProblems,
    interrupted: record.interrupted,
  });
  const { pack, harnessProblems, interrupted } = record;
  const recorded = { ...pack, harnessProblems, interrupted, claims: [...record.claims.values()] };
  const { states: waivers } = waived;
  const { origin, invariants, pauses } = gateFacts;
  const { catalogue } = prepared;
  const { changes: contractChanges } = gateFacts.contract;
  const rolled = { facts, gate, results, requirements, waivers, contractChanges };
  return { ...rolled, invariants, origin, pauses, carried, catalogue, recorded };
}

/** Shards end one behind the other; a merged run shows its scenarios as the undivided one would. */
function inPlanOrder(
  results: readonly ScenarioResult[],
  { gateFacts, prepared }: Pick<RunRecord, 'gateFacts' | 'prepared'>,
): readonly ScenarioResult[] {
  if (gateFacts.merged === null) return results;
  const order = new Map(prepared.plan.scenarios.map(({ id }, at) => [id, at]));
  return results.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function shardsInWords(merged: MergedPlan | null): readonly string[] {
  return (merged?.shards ?? []).map(
    ({ index, runId, startedAt }) => `shard ${index} of ${merged?.plan.of ?? 0}: ${runId}, which began at ${startedAt}`,
  );
}

/** What the gate is told about carried evidence; the rules are asked again, whatever was found when the run began. */
function carriedOver({ carried, gateFacts, target, pack }: RunRecord): CarriedOver | null {
  if (carried === null) return null;
  const { environment, class: targetClass } = target;
  const practice = isPractice({ environment, targetClass, adHocKey: pack.adHocKey });
  const { plan, earlier } = carried;
  return {
    runId: plan.source.runId,
    scenarios: plan.scenarios,
    problems: carriedProblems(earlier, { record: gateFacts.record, targetClass, practice }, plan),
  };
}
