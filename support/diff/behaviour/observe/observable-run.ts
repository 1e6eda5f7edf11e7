import { contractOf } from '../../../contract/contract-of.js';
import { contractedDocument } from '../../../coverage/contracted-document.js';
import { carriedPlanFile } from '../../../evidence/carried-places.js';
import type { DecidedRun } from '../../../evidence/decided-run.js';
import { harnessFiles } from '../../../evidence/harness-files.js';
import { planFiles } from '../../../evidence/plan-files.js';
import type { SummaryRow } from '../../../evidence/summary.js';
import { knownScenariosIn } from '../../../evidence/test-scripts/known-scenario.js';
import { parseJson } from '../../../evidence/verify/parse-json.js';
import type { RecordedStreams } from '../../../evidence/recorded-streams.js';
import { lifecycleIn } from '../../../lifecycle/load-lifecycles.js';
import { lifecycleNames, type Lifecycles } from '../../../lifecycle/lifecycle.js';
import { errorsOf } from '../../../messages/coded-error.js';
import { verifyMessages } from '../../../messages/verify-messages.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { CarriedScenario } from '../../../verdict/carried-over.js';
import { shapeProblem, type EvidenceSchemaName } from '../../../config/evidence-schema.js';
import type { ObservedBuild } from '../observed-behaviour.js';
import type { ObservableRun } from './observe-run.js';
import { maskedLedgers } from './masked-ledgers.js';

const damaged = errorsOf(verifyMessages, 'integrity');
const runFile = 'plan/run.json';

/** The decision of a run, as its views and a reader of its pack both know it. */
export interface DecidedFacts extends Pick<DecidedRun, 'results' | 'invariants'> {
  readonly facts: Pick<DecidedRun['facts'], 'runId' | 'target' | 'contract'>;
  readonly gate: Pick<DecidedRun['gate'], 'decision' | 'partial' | 'steps'>;
  readonly recorded: Pick<DecidedRun['recorded'], 'interrupted'>;
  readonly requirements: readonly SummaryRow[];
}

/** Puts together what an observation needs: the decision, and the rest from the files of the run. VFY-302 for a damaged one. */
export async function observableRun(decided: DecidedFacts, streams: RecordedStreams): Promise<ObservableRun> {
  const { facts, gate, recorded, results, requirements, invariants } = decided;
  const file = async (path: string) => parseJson(await streams.text(path), path);
  const record = (await shaped(file(runFile), 'run-record', runFile)) as RunMarks;
  const carried =
    streams.filesIn(carriedPlanFile).length === 0
      ? null
      : await shaped(file(carriedPlanFile), 'carried', carriedPlanFile);
  const carriedScenarios =
    carried === null ? [] : (carried as { readonly scenarios: readonly CarriedScenario[] }).scenarios;
  return {
    run: {
      runId: facts.runId,
      startedAt: record.startedAt,
      ...{ decision: gate.decision, partial: gate.partial, seed: record.seed },
      target: { ...targetOf(facts.target) },
      contract: facts.contract,
      build: await buildIn(streams, file),
      profileSha256: record.programSha256,
      interrupted: recorded.interrupted,
      openSteps: gate.steps
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ id }) => id)
        .sort(),
    },
    contract: contractOf(contractedDocument(await streams.text(planFiles.contract), planFiles.contract)),
    lifecycles: await lifecyclesIn(streams),
    results,
    carriedFrom: new Map(carriedScenarios.map(({ id, runId }) => [id, runId])),
    requirements: requirements.map(({ id, title, outcome, marks, reason, scenarios }) => ({
      ...{ id, title, outcome, marks, reason: reason ?? null, scenarios: scenarios.map((scenario) => scenario.id) },
    })),
    invariants,
    catalogue: knownScenariosIn(await streams.text(planFiles.catalogue), planFiles.catalogue).map(({ id }) => id),
    transitions: streams.transitions,
    redactions: () => maskedLedgers(streams),
    exchanges: () => bothOf(streams),
  };
}

type RunMarks = { readonly startedAt: string; readonly seed: number; readonly programSha256: string };

async function* bothOf({ exchanges, carriedExchanges }: RecordedStreams): AsyncGenerator<Exchange> {
  yield* carriedExchanges();
  yield* exchanges();
}

function targetOf({ environment, class: targetClass, baseUrl }: DecidedFacts['facts']['target']) {
  return { environment, class: targetClass, host: new URL(baseUrl).hostname };
}

async function buildIn(
  streams: RecordedStreams,
  file: (path: string) => Promise<unknown>,
): Promise<ObservedBuild | null> {
  if (streams.filesIn(harnessFiles.build).length === 0) return null;
  const build = await shaped(file(harnessFiles.build), 'harness-build', harnessFiles.build);
  const { version, commit, codeSha256, lockSha256, runtime } = build as ObservedBuild & {
    readonly runtime: { readonly node: string };
  };
  return { version, commit, codeSha256, lockSha256, node: runtime.node };
}

async function lifecyclesIn(streams: RecordedStreams): Promise<Lifecycles> {
  const tables = await Promise.all(
    lifecycleNames.map(async (name) => {
      const path = `${planFiles.lifecycles}${name}.yaml`;
      return [name, await lifecycleIn(await streams.text(path), path)] as const;
    }),
  );
  return Object.fromEntries(tables) as Lifecycles;
}

async function shaped(reading: Promise<unknown>, schema: EvidenceSchemaName, file: string): Promise<unknown> {
  const value = await reading;
  const problem = shapeProblem(schema, value);
  if (problem === null) return value;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `at ${where}, expected ${expected}, received ${received}` });
}
