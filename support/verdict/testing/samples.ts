import type { ContractChanges, RuleChange } from '../../contract/contract-changes.js';
import type { CarriedOver } from '../carried-over.js';
import type { CapabilityClaim } from '../capability-claim.js';
import type { CheckRecord } from '../check.js';
import type { GateContract, GateInput } from '../gate-input.js';
import type { InvariantOutcome } from '../invariant.js';
import { operationRows } from '../operation-rows.js';
import type { RequirementContext } from '../requirement-context.js';
import type { RequirementResult } from '../requirement-result.js';
import type { Requirement } from '../requirement.js';
import type { ScenarioFacts } from '../scenario-facts.js';
import type { WaiverState } from '../waivers/waiver-state.js';
import type { ScenarioFinding, ScenarioResult, ScenarioStep } from '../scenario-result.js';

/** Complete values for tests, each with what a test changes. */

/** A met, documented check. */
export function aCheck(change: Partial<CheckRecord> = {}): CheckRecord {
  return {
    id: 'card-active',
    check: 'card-active',
    title: 'the card is active',
    provenance: 'documented',
    source: 'docs/guide-manage-card-lifecycle',
    questions: [],
    arguments: {},
    exchangeIds: ['x-000001'],
    outcome: 'met',
    expected: 'issuerCardStatus 1',
    received: 'issuerCardStatus 1',
    ...change,
  };
}

/** A rejecting finding no step announced. */
export function aFinding(change: Partial<ScenarioFinding> = {}): ScenarioFinding {
  return {
    exchangeId: 'x-000001',
    operationId: 'getCard',
    rule: 'response-body-schema',
    level: 'fail',
    cause: 'response-body-schema getCard /cardId',
    message: 'cardId is text',
    expected: false,
    ...change,
  };
}

/** A passed step. */
export function aStep(change: Partial<ScenarioStep> = {}): ScenarioStep {
  return {
    text: 'the card is active',
    keyword: 'Then ',
    status: 'passed',
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 12,
    exchangeIds: ['x-000001'],
    ...change,
  };
}

/** What a passing scenario leaves behind. */
export function someFacts(change: Partial<ScenarioFacts> = {}): ScenarioFacts {
  return {
    checks: [aCheck()],
    findings: [],
    notJudged: [],
    wordless: [],
    problem: null,
    steps: [aStep()],
    targetClass: 'emulator',
    organic: false,
    replayed: false,
    expectedInvalid: false,
    ...change,
  };
}

/** A passing scenario of TM-29. */
export function aResult(change: Partial<ScenarioResult> = {}): ScenarioResult {
  return {
    id: 'cards/hold:block-a-card',
    name: 'Block a card',
    feature: 'cards/hold.feature',
    line: 7,
    tags: ['@TM-29'],
    requirements: ['TM-29'],
    attempt: 1,
    verdict: 'pass',
    reason: '1 check met',
    marks: ['simulated'],
    checks: [aCheck()],
    exchangeIds: ['x-000001'],
    findings: [],
    waits: [],
    steps: [aStep()],
    problem: null,
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 12,
    ...change,
  };
}

/** The row TM-29, proved by `card-active`. */
export function aRow(change: Partial<Requirement> = {}): Requirement {
  return {
    id: 'TM-29',
    title: 'Block and unblock',
    area: 'card lifecycle',
    level: 'MUST',
    origin: 'derived',
    needs: [],
    phase: 'staging',
    trigger: 'client',
    people: null,
    simulations: [],
    categories: ['state-transitions'],
    proves: ['card-active'],
    verify: 'the status follows',
    sources: ['docs/guide-manage-card-lifecycle'],
    questions: [],
    ...change,
  };
}

/** A full run on the emulator of a Program with every capability. */
export function aContext(change: Partial<RequirementContext> = {}): RequirementContext {
  return {
    environment: 'emulator',
    capabilities: {
      physicalCards: true,
      bankRail: true,
      cryptoRail: true,
      wallets: true,
      threeDSecure: true,
      sumsub: false,
    },
    claims: new Map(),
    attestations: [],
    forPeople: new Map(),
    notApplicable: new Map(),
    selected: null,
    strayFindings: [],
    waivedRows: new Set(),
    operationRows,
    ...change,
  };
}

/** A claim about the SumSub route that was held against the target. */
export function aClaim(outcome: CapabilityClaim['outcome']): CapabilityClaim {
  return { capability: 'sumsub', outcome, finding: 'it showed one' };
}

/** A demonstrated MUST row. */
export function aRowResult(change: Partial<RequirementResult> = {}): RequirementResult {
  return {
    id: 'TM-29',
    title: 'Block and unblock',
    level: 'MUST',
    origin: 'derived',
    outcome: 'demonstrated',
    marks: [],
    scenarios: [],
    peopleTask: null,
    ...change,
  };
}

/** An invariant that held wherever it was put to the test. */
export function anInvariant(change: Partial<InvariantOutcome> = {}): InvariantOutcome {
  return {
    id: 'balance-never-negative',
    title: 'No balance is negative',
    provenance: 'documented',
    source: 'docs/accounts-wallets-and-deposit-addresses',
    level: 'fail',
    evaluated: 3,
    violations: [],
    ...change,
  };
}

/** A waiver of TM-29 that covers something. */
export function aWaiver(change: Partial<WaiverState> = {}): WaiverState {
  return {
    ...{ requirement: 'TM-29', rule: 'card-active', reason: 'ticket 7', by: 'A. Person', expires: '2026-12-31' },
    ...{ state: 'used', items: [] },
    ...change,
  };
}

/** One scenario, taken from a pack that took it from an older one. */
export function aCarriedOver(): CarriedOver {
  const runId = 'run-20261101T080000Z-aaaaaa';
  const scenarios = [{ id: 'cards/other:x', runId, startedAt: '2026-11-01T08:00:00.000Z' }];
  return { runId: 'run-20261110T080000Z-bbbbbb', scenarios, problems: [] };
}

/** The published contract, frozen as it judged. */
export function aGateContract(change: Partial<GateContract> = {}): GateContract {
  const digest = 'a'.repeat(64);
  return {
    ...{ judged: digest, frozen: digest, asJudged: true, given: false, overlay: false },
    ...{ published: true, publishedSha256: digest, changes: null },
    ...change,
  };
}

/** One documented rule of getCard that the operator's document weakens. */
export function someContractChanges(change: Partial<RuleChange> = {}): ContractChanges {
  const pointer = '/components/schemas/Card/properties/cardId/type';
  return {
    published: { version: '1.0.1', sha256: 'a'.repeat(64) },
    judged: { version: '1.0.1', sha256: 'b'.repeat(64) },
    changes: [
      {
        ...{ rule: 'type-widened', effect: 'weaker', words: 'schemas/Card .cardId is now any type, was integer' },
        ...{ published: 'integer', judged: 'any type', at: { published: pointer, judged: pointer } },
        ...{ provenance: 'documented', operations: ['getCard'] },
        ...change,
      },
    ],
  };
}

/** A full, certifiable run on real staging with one scenario and one row. */
export function aGateInput(change: Partial<GateInput> = {}): GateInput {
  const results = change.results ?? [aResult({ marks: [] })];
  return {
    environment: 'staging',
    targetClass: 'real',
    adHocKey: false,
    partial: false,
    integrity: 'sound',
    journal: null,
    cardData: 'sound',
    recomputation: 'sound',
    contract: aGateContract(),
    origin: { contradictions: [], unproven: [] },
    carried: null,
    shards: [],
    planned: ['cards/hold:block-a-card'],
    results,
    // What Cucumber says agrees with the results unless a test says otherwise.
    cucumber: { finished: [...new Set(results.map(({ id }) => id))], cutShort: [], problem: null },
    clockJumps: [],
    requirements: [aRowResult()],
    realOnly: ['TM-29'],
    invariants: [anInvariant()],
    waivers: [],
    notJudged: [],
    strayFailures: [],
    harnessProblems: [],
    interrupted: false,
    ...change,
  };
}
