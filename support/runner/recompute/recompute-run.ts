import type { DecidedRun } from '../../evidence/decided-run.js';
import { summaryOf } from '../../evidence/summary.js';
import { planFiles } from '../../evidence/plan-files.js';
import { knownScenariosIn, type KnownScenario } from '../../evidence/test-scripts/known-scenario.js';
import { bytesOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { Recomputed } from '../../evidence/verify/recomputation.js';
import { CodedError } from '../../messages/coded-error.js';
import { carriedDifferences } from '../carry/check-carried.js';
import { recordedStreams } from '../../evidence/views/recorded-streams.js';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import { readCarried } from '../carry/read-carried.js';
import { decideRun, type RunRecord as DecisionRecord } from '../decide-run.js';
import { gateFactsIn } from '../gate-facts.js';
import type { JudgedContract } from '../prepare-run.js';
import { packJudge } from '../rejudge/pack-judge.js';
import { ExchangeRejudging } from '../rejudge/rejudge-exchanges.js';
import { catalogueDifferences } from './compare-catalogue.js';
import { mergedDifferences } from '../merge/check-merged.js';
import { shardDifferences } from '../shard/check-shard.js';
import { readShard } from '../shard/read-shard.js';
import { contractDifferences } from './compare-contract.js';
import { cucumberDifferences } from './compare-cucumber.js';
import { planDifferences } from './compare-plan.js';
import { cucumberAttempts } from './cucumber-attempts.js';
import { summaryDifferences } from './compare-summary.js';
import { notesOn } from './notes-on.js';
import { recomputeResults, type RecomputedResults } from './recompute-results.js';
import { TransitionsAgain } from './transitions-again.js';
import { readRecordedRun, type RecordedRun } from './recorded-run.js';

/**
 * As `recomputeRun`; evidence that cannot be read back is a difference like any other. `compiled` spares compiling the
 * contract of the pack where it is the same one.
 */
export async function recomputeOrExplain(pack: OpenPack, compiled: JudgedContract | null = null): Promise<Recomputed> {
  try {
    return await recomputeRun(pack, compiled);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const against = [{ where: error.code, problem: error.message }];
    return { scenarios: 0, checks: 0, exchanges: 0, onLedger: 0, against, notes: [], decided: null };
  }
}

/**
 * Judges every exchange of a run again, derives every check, verdict, row and the decision from its exchanges and its frozen
 * plan, without network, and compares with what is recorded.
 */
async function recomputeRun(pack: OpenPack, compiled: JudgedContract | null): Promise<Recomputed> {
  const run = await readRecordedRun(pack);
  const rejudging = new ExchangeRejudging(run.redactions(), packJudge(run.contract, compiled));
  const transitions = new TransitionsAgain(recordedStreams(pack).transitions(), await loadLifecycles());
  const again = async () => {
    const results = await recomputeResults(run, async (exchange) => {
      await rejudging.next(exchange);
      await transitions.next(exchange);
    });
    await transitions.end();
    return results;
  };
  const recomputed = await again().finally(() => Promise.all([rejudging.close(), transitions.close()]));
  const carried = await readCarried(pack);
  const gateFacts = await gateFactsIn(pack);
  const decided = decideAgain(run, recomputed, { gateFacts, carried });
  const { results } = recomputed;
  const attempts = await cucumberAttempts(pack);
  return {
    scenarios: results.length,
    checks: results.reduce((sum, result) => sum + result.checks.length, 0),
    exchanges: rejudging.judged,
    onLedger: rejudging.onLedger,
    against: [
      ...contractDifferences(run),
      ...rejudging.against,
      ...transitions.against,
      ...recomputed.against,
      ...planDifferences(run.results, run.frozen.scenarios),
      ...catalogueDifferences(run.frozen, carried?.plan.scenarios.map(({ id }) => id) ?? [], await matrixIn(pack)),
      ...shardDifferences(await readShard(pack), run.frozen, gateFacts.record),
      ...(await mergedDifferences(pack, run)),
      ...(attempts === null ? [] : cucumberDifferences(run.results, attempts)),
      ...summaryDifferences(run.summary, summaryOf(decided)),
      ...(await carriedDifferences(pack, carried, (within) => recomputeOrExplain(within, compiled))),
    ],
    notes: notesOn(run),
    decided,
  };
}

/** The whole matrix as the plan froze it. */
async function matrixIn(pack: OpenPack): Promise<readonly KnownScenario[]> {
  return knownScenariosIn((await bytesOf(pack, planFiles.catalogue)).toString('utf8'), planFiles.catalogue);
}

/** The run as decided from what was recomputed and from the facts that happened once. */
function decideAgain(
  run: RecordedRun,
  { results, strays }: RecomputedResults,
  given: Pick<DecisionRecord, 'gateFacts' | 'carried'>,
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
    claims: new Map(facts.claims.map((claim) => [claim.capability, claim])),
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
