import type { ExitCode } from '../messages/exit-code.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import { scenarioVerdicts, type Decision, type ScenarioVerdict } from '../verdict/verdict.js';
import { asVerdict } from '../verdict/verdict-order.js';
import type { DecidedRun } from './decided-run.js';
import type { Pause } from './pause.js';
import type { EvidenceFolder } from './evidence-folder.js';
import type { RunFacts } from './run-facts.js';
import { writeJson } from './write-json.js';

/** A row as `summary.json` shows it. */
export type SummaryRow = Omit<RequirementResult, 'peopleTask' | 'review'>;

/** `summary.json`. Its shape is pinned: scripts outside this repository read it. */
export interface Summary extends Pick<RunFacts, 'runId' | 'target' | 'contract' | 'otherRuns'> {
  readonly decision: Decision;
  readonly exitCode: ExitCode;
  readonly partial: boolean;
  /** When the run stood still until it was resumed; absent for a run in one piece. */
  readonly pauses?: readonly Pause[];
  /** Scenarios by verdict; every word is present. */
  readonly counts: Readonly<Record<ScenarioVerdict, number>>;
  readonly requirements: readonly SummaryRow[];
}

/** The summary of a decided run. */
export function summaryOf({ facts, gate, results, requirements, pauses }: DecidedRun): Summary {
  return {
    runId: facts.runId,
    decision: gate.decision,
    exitCode: gate.exitCode,
    partial: gate.partial,
    target: facts.target,
    contract: facts.contract,
    ...(facts.otherRuns === undefined ? {} : { otherRuns: facts.otherRuns }),
    ...(pauses.length === 0 ? {} : { pauses }),
    counts: countVerdicts(results.map(({ verdict }) => verdict)),
    requirements: requirements.map(pinnedRow),
  };
}

function pinnedRow({ id, title, level, origin, outcome, marks, reason, scenarios }: RequirementResult): SummaryRow {
  return { id, title, level, origin, outcome, marks, ...(reason === undefined ? {} : { reason }), scenarios };
}

/** Writes `summary.json` after checking it against its schema; throws EVD-102 rather than write another shape. */
export async function writeSummary(folder: EvidenceFolder, run: DecidedRun): Promise<void> {
  await writeJson(folder, 'summary.json', { schema: 'summary', content: summaryOf(run) });
}

/** How many scenarios ended with each word; an unknown word counts as a harness error. */
export function countVerdicts(verdicts: readonly ScenarioVerdict[]): Record<ScenarioVerdict, number> {
  const read = verdicts.map(asVerdict);
  const entries = scenarioVerdicts.map((word) => [word, read.filter((verdict) => verdict === word).length] as const);
  return Object.fromEntries(entries) as Record<ScenarioVerdict, number>;
}
