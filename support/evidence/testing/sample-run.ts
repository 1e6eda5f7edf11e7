import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { currentRuntime } from '../../config/build-info.js';
import { readBuildInfo } from '../../config/embedded-build.js';
import { emptyCoverage } from '../../coverage/testing/empty-coverage.js';
import { openQuestionsPath } from '../../questions/open-questions-in.js';
import { lifecycleFolder } from '../../lifecycle/lifecycle-folder.js';
import { lifecycleNames } from '../../lifecycle/lifecycle.js';
import { FactsCollector } from '../../reconciliation/facts/facts-collector.js';
import { reconcile } from '../../reconciliation/reconcile.js';
import type { Exchange } from '../../trace/exchange.js';
import { decide } from '../../verdict/decide.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { aContext, aGateInput, aResult, aRow } from '../../verdict/testing/samples.js';
import { rollUpRequirements } from '../../verdict/roll-up-requirements.js';
import type { Requirement } from '../../verdict/requirement.js';
import { harnessFiles } from '../harness-files.js';
import type { KnownScenario } from '../test-scripts/known-scenario.js';
import { originReport } from '../origin/origin-report.js';
import { anOrigin } from './sample-origin.js';
import type { DerivedRun } from '../../views/derived-run.js';
import type { RecordedStreams } from '../recorded-streams.js';

const noScore = { version: 1, build: readBuildInfo(), none: 'no mutation run of it was made' } as const;

/** A decided practice run of the given scenarios that created nothing and found nothing out. */
export function aRun(
  results: readonly ScenarioResult[] = [aResult()],
  catalogue: readonly Requirement[] = [aRow()],
): DerivedRun {
  const requirements = rollUpRequirements(catalogue, results, aContext());
  const practice = { environment: 'emulator', targetClass: 'emulator', adHocKey: true } as const;
  return {
    facts: {
      runId: 'run-1',
      target: { environment: 'emulator', class: 'emulator', baseUrl: 'https://127.0.0.1:4010/v2' },
      contract: { sha256: 'a'.repeat(64), version: '2.0' },
      program: 'sample',
      harnessVersion: '0.1.0',
    },
    gate: decide(aGateInput({ ...practice, planned: results.map(({ id }) => id), results, requirements })),
    results,
    requirements,
    waivers: [],
    contractChanges: null,
    invariants: [],
    origin: originReport(anOrigin(), 'emulator', { kinds: [] }),
    pauses: [],
    carried: null,
    catalogue,
    recorded: {
      ...{ integrity: 'sound', journal: null, cardData: 'sound', recomputation: 'sound', adHocKey: true },
      ...{ harnessProblems: [], interrupted: false, claims: [] },
    },
    planned: results.length,
    findings: [],
    questions: [],
    leftovers: { runId: 'run-1', gone: true, kinds: [], uncertain: [] },
    reconciliation: reconcile(new FactsCollector().facts, { currency: 'USD', depositSeconds: 20 }).reconciliation,
    ledger: [],
    testScripts: { command: null, scripts: [] },
    coverage: emptyCoverage,
    buildScore: noScore,
    comparison: null,
  };
}

/** A masked, conforming exchange. */
export function anExchange(change: Partial<Exchange> = {}): Exchange {
  return {
    id: 'x-000001',
    scenario: 'cards/hold:block-a-card',
    operationId: 'getCard',
    identity: 'program',
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 3,
    attempt: 1,
    request: {
      method: 'GET',
      url: 'https://127.0.0.1:4010/v2/cards/7',
      path: '/cards/7',
      query: {},
      headers: { 'x-api-key': '[masked]' },
      body: { kind: 'none' },
    },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { kind: 'json', value: { status: 'success', cardId: 7 }, duplicateKeys: [] },
    },
    failure: null,
    connection: null,
    expectedInvalid: null,
    judgement: { outcome: 'conforming', findings: [] },
    ...change,
  };
}

/** The recording of a run with these exchanges, nothing observed, and a small frozen plan. */
export function aRecording(
  exchanges: readonly Exchange[] = [],
  texts: Readonly<Record<string, string>> = {},
): RecordedStreams {
  const plan: Readonly<Record<string, string>> = {
    'plan/creations.json': '{"issueVirtualCard":"card"}',
    'plan/program.json': '{"currency":"USD","timing":{"depositSeconds":20}}',
    'plan/catalogue.json': JSON.stringify([aKnownScenario()]),
    'plan/open-questions.yaml': readFileSync(openQuestionsPath(), 'utf8'),
    'plan/contract.json': '{"openapi":"3.1.0","info":{"title":"sample","version":"2.0"},"paths":{}}',
    'plan/coverage-exclusions.yaml': 'exclusions: []',
    [harnessFiles.build]: JSON.stringify({ ...readBuildInfo(), runtime: currentRuntime() }),
    [harnessFiles.score]: JSON.stringify(noScore),
    ...lifecycleTexts(),
    ...texts,
  };
  return {
    exchanges: () => asStream(exchanges),
    carriedExchanges: () => asStream([]),
    baselineExchanges: () => asStream([]),
    connections: () => Readable.from([]),
    transitions: () => Readable.from([]),
    redactions: () => Readable.from([]),
    text: async (path) => Promise.resolve(plan[path] ?? ''),
    filesIn: (folder) => Object.keys(plan).filter((path) => path.startsWith(folder)),
  };
}

function lifecycleTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lifecycleNames.map((name) => [
      `plan/lifecycle/${name}.yaml`,
      readFileSync(join(lifecycleFolder, `${name}.yaml`), 'utf8'),
    ]),
  );
}

/** The scenario of TM-29 as the plan knows it. */
export function aKnownScenario(change: Partial<KnownScenario> = {}): KnownScenario {
  return {
    ...{ id: 'cards/hold:block-a-card', name: 'Block a card', feature: 'cards/hold.feature', requirements: ['TM-29'] },
    ...{ steps: ['Given an active card', 'When it is blocked'], calls: ['issueVirtualCard', 'setCardStatus'] },
    creates: { card: 1 },
    ...change,
  };
}

/** The exchanges one after another, as a recording would give them. */
export function asStream(exchanges: readonly Exchange[]): AsyncIterable<Exchange> {
  return Readable.from(exchanges);
}

/** Calls `use` with a new empty folder, which is removed afterwards. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-evidence-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
