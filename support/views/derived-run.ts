import type { Coverage } from '../coverage/coverage.js';
import { recordedCoverage } from '../coverage/recorded-coverage.js';
import type { RunComparison } from '../diff/dossier/run-comparison.js';
import { compareRun } from '../diff/dossier/compare-run.js';
import type { BuildScore } from '../mutation/score/build-score.js';
import { answerQuestions } from '../questions/answer-questions.js';
import type { AnsweredQuestion } from '../questions/answered-question.js';
import { openQuestionsIn } from '../questions/open-questions-in.js';
import { maskedFactsIn } from '../questions/masked-facts.js';
import type { Reconciliation } from '../reconciliation/reconcile.js';
import type { LedgerEntry } from '../reconciliation/posting/ledger-entry.js';
import { reconcileRecording } from '../reconciliation/reconcile-recording.js';
import type { Exchange } from '../trace/exchange.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { planFiles } from '../evidence/plan-files.js';
import { collectLeftovers } from '../evidence/leftovers/collect-leftovers.js';
import { creationsIn } from '../evidence/leftovers/creations.js';
import type { Leftovers } from '../evidence/leftovers/leftovers.js';
import { originReport, type OriginReport } from '../evidence/origin/origin-report.js';
import { reproduceCauses } from '../evidence/reproduce/reproduce-causes.js';
import type { ReproducedCause } from '../evidence/reproduce/reproduced-cause.js';
import { knownScenariosIn } from '../evidence/test-scripts/known-scenario.js';
import { listTestScripts } from '../evidence/test-scripts/list-test-scripts.js';
import type { TestScripts } from '../evidence/test-scripts/test-script.js';
import { plannedScenarios } from './planned-scenarios.js';
import { recordedBuildScore } from './recorded-build-score.js';
import { shardOfRun } from './shard-of-run.js';
import { shardRuns } from './shard-runs.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

/** A decided run with how to see its findings again. Masked data only. */
export interface ReproducedRun extends DecidedRun {
  /** Every cause of findings with how to see it again. */
  readonly findings: readonly ReproducedCause[];
}

/** A decided run with everything that reading its recording finds out. Masked data only. */
export interface DerivedRun extends ReproducedRun {
  /** Scenarios of the plan and those carried over, each of which gets a result; null where the plan does not say. */
  readonly planned: number | null;
  /** Where the traffic went, also in words. */
  readonly origin: OriginReport;
  /** The register of open questions with this run's answers. */
  readonly questions: readonly AnsweredQuestion[];
  /** What the run created and did not remove. */
  readonly leftovers: Leftovers;
  /** What the run moved, beside what the API shows. */
  readonly reconciliation: Reconciliation;
  /** Every entry of its ledger. */
  readonly ledger: readonly LedgerEntry[];
  /** What is still to run before the matrix is whole. */
  readonly testScripts: TestScripts;
  /** What the run exercised of its contract and lifecycles. */
  readonly coverage: Coverage;
  /** How much the build that made the pack finds of what is wrong on purpose, or why nobody knows. */
  readonly buildScore: BuildScore;
  /** The run beside an earlier pack; null when none was given. */
  readonly comparison: RunComparison | null;
}

/** What was carried over first, because it happened first. */
async function* everyExchange({ carriedExchanges, exchanges }: RecordedStreams): AsyncGenerator<Exchange> {
  yield* carriedExchanges();
  yield* exchanges();
}

/**
 * Derives from the recording what the views show beside the decision. A pure function of what lies in the pack: `verify`
 * derives it again. Throws what the readers throw.
 */
export async function deriveRun(run: DecidedRun, recorded: RecordedStreams): Promise<DerivedRun> {
  return deriveRest(await reproduceRun(run, recorded), recorded);
}

/** The first part of {@link deriveRun}: all that the first views need. */
export async function reproduceRun(run: DecidedRun, recorded: RecordedStreams): Promise<ReproducedRun> {
  return { ...run, findings: await reproduceCauses(run, recorded.exchanges()) };
}

/** The second part of {@link deriveRun}. */
export async function deriveRest(run: ReproducedRun, recorded: RecordedStreams): Promise<DerivedRun> {
  const { runId, target } = run.facts;
  const questions = await answerQuestions(
    openQuestionsIn(await recorded.text(planFiles.questions), planFiles.questions),
    { exchanges: recorded.exchanges(), results: run.results, facts: await maskedFactsIn(recorded.redactions()) },
  );
  const leftovers = await collectLeftovers(everyExchange(recorded), {
    ...{ runId, madeBy: await shardRuns(recorded, runId) },
    gone: target.class === 'emulator',
    creates: creationsIn(await recorded.text(planFiles.creations), planFiles.creations),
  });
  const origin = originReport(run.origin, target.class, leftovers);
  const { reconciliation, entries: ledger } = await reconcileRecording(recorded);
  const scenarios = await plannedScenarios(recorded);
  const planned = scenarios === null ? null : scenarios + (run.carried?.scenarios.length ?? 0);
  const known = knownScenariosIn(await recorded.text(planFiles.catalogue), planFiles.catalogue);
  const testScripts = listTestScripts({ ...run, planned }, known, await shardOfRun(recorded));
  const coverage = await recordedCoverage(run, recorded);
  const buildScore = await recordedBuildScore(recorded);
  const derived = { planned, coverage, origin, questions, leftovers, reconciliation, ledger, testScripts };
  const comparison = await compareRun(run, recorded);
  return { ...run, ...derived, buildScore, comparison };
}
