import type { DecidedRun } from '../../evidence/decided-run.js';
import { summaryOf } from '../../evidence/summary.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { Recomputed } from '../../evidence/verify/recomputation.js';
import { CodedError } from '../../messages/coded-error.js';
import type { TargetClass } from '../../target/target.js';
import { carriedDifferences } from '../carry/check-carried.js';
import { decideRun, type RunRecord as DecisionRecord } from '../decide-run.js';
import { mergedDifferences } from '../merge/check-merged.js';
import type { JudgedContract } from '../prepare-run.js';
import { packJudge } from '../rejudge/pack-judge.js';
import { shardDifferences } from '../shard/check-shard.js';
import { catalogueDifferences } from './compare-catalogue.js';
import { claimDifferences } from './compare-claims.js';
import { contractDifferences } from './compare-contract.js';
import { contractChangeFindings } from './compare-contract-changes.js';
import { cucumberDifferences } from './compare-cucumber.js';
import { planDifferences } from './compare-plan.js';
import { recordDifferences } from './compare-record.js';
import { summaryDifferences } from './compare-summary.js';
import { deriveAgain, type DerivedAgain } from './derive-again.js';
import { notesOn } from './notes-on.js';
import type { RecomputedResults } from './recompute-results.js';
import { readFrozenRun, readRecordedDecision, type FrozenRun, type RecordedRun } from './recorded-run.js';

/** A recomputation that began before its run was decided. */
export interface EarlyDerivation {
  /** What the run's target was taken for. */
  readonly targetClass: TargetClass;
  readonly run: FrozenRun;
  readonly derived: DerivedAgain;
}

/** What a recomputation may begin with. */
export interface RecomputationStart {
  /** Spares compiling the contract of the pack where it is the same one. */
  readonly compiled: JudgedContract | null;
  readonly early: EarlyDerivation | null;
}

/**
 * Judges every exchange of a run again, derives every check, verdict, row and the decision from its exchanges and its frozen
 * plan, without network, and compares with what is recorded. Evidence that cannot be read back is a difference like any other.
 */
export async function recomputeOrExplain(
  pack: OpenPack,
  { compiled = null, early = null }: Partial<RecomputationStart> = {},
): Promise<Recomputed> {
  try {
    return await recomputeRun(pack, { compiled, early });
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const against = [{ where: error.code, problem: error.message }];
    return { scenarios: 0, checks: 0, exchanges: 0, onLedger: 0, against, notes: [], decided: null };
  }
}

async function recomputeRun(pack: OpenPack, { compiled, early }: RecomputationStart): Promise<Recomputed> {
  const decision = await readRecordedDecision(pack);
  const targetClass = decision.summary.target.class;
  // What was derived for a target of another class says nothing about this run.
  const begun = early?.targetClass === targetClass ? early : await derivedNow(pack, targetClass, compiled);
  const run: RecordedRun = { ...decision, ...begun.run };
  const { judged, recomputed, claims, carried, gateFacts, attempts, matrix, shard } = begun.derived;
  const decided = decideAgain(run, recomputed, { gateFacts, carried, claims });
  const { results } = recomputed;
  const changed = await contractChangeFindings(pack, run.contract);
  const within = (inner: OpenPack) => recomputeOrExplain(inner, { compiled });
  return {
    scenarios: results.length,
    checks: results.reduce((sum, result) => sum + result.checks.length, 0),
    exchanges: judged.exchanges,
    onLedger: judged.onLedger,
    against: [
      ...contractDifferences(run),
      ...changed.against,
      ...(await recordDifferences(pack, run, gateFacts)),
      ...judged.against,
      ...recomputed.against,
      ...planDifferences(run.results, run.frozen.scenarios),
      ...catalogueDifferences(run.frozen, carried?.plan.scenarios.map(({ id }) => id) ?? [], matrix),
      ...shardDifferences(shard, run.frozen, gateFacts.record),
      ...claimDifferences(run.facts.claims, claims),
      ...(await mergedDifferences(pack, run)),
      ...(attempts === null ? [] : cucumberDifferences(run.results, attempts)),
      ...summaryDifferences(run.summary, summaryOf(decided)),
      ...(await carriedDifferences(pack, carried, within)),
    ],
    notes: [...notesOn(run), ...changed.notes, ...recomputed.notes],
    decided,
  };
}

async function derivedNow(
  pack: OpenPack,
  targetClass: TargetClass,
  compiled: JudgedContract | null,
): Promise<EarlyDerivation> {
  const run = await readFrozenRun(pack);
  const judging = packJudge(run.contract, compiled);
  return { targetClass, run, derived: await deriveAgain(pack, { run, targetClass, judging }) };
}

/** The run as decided from what was recomputed and from the facts that happened once. */
function decideAgain(
  run: RecordedRun,
  { results, strays }: RecomputedResults,
  given: Pick<DecisionRecord, 'gateFacts' | 'carried' | 'claims'>,
): DecidedRun {
  const { facts, summary, profile, catalogue, frozen } = run;
  const { runId, target, contract, otherRuns } = summary;
  return decideRun({
    facts: {
      ...{ runId, target, contract, ...(otherRuns === undefined ? {} : { otherRuns }) },
      ...{ program: facts.program, harnessVersion: facts.harnessVersion },
    },
    target: { environment: target.environment, class: target.class, profile },
    prepared: { plan: { ...frozen, catalogue: [], carried: [] }, catalogue },
    ...{ results, strays, harnessProblems: facts.harnessProblems, interrupted: facts.interrupted },
    pack: {
      ...{
        integrity: facts.integrity,
        journal: facts.journal,
        cardData: facts.cardData,
        recomputation: facts.recomputation,
      },
      adHocKey: facts.adHocKey,
    },
    ...given,
  });
}
