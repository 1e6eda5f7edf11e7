import type { EnvironmentName } from '../config/environment-name.js';
import type { ContractChanges } from '../contract/contract-changes.js';
import type { TargetClass } from '../target/target.js';
import type { JournalHead } from '../trace/journal-chain.js';
import type { CarriedOver } from './carried-over.js';
import type { NotJudgedExchange } from './collect-findings.js';
import type { InvariantOutcome } from './invariant.js';
import type { RequirementResult } from './requirement-result.js';
import type { ScenarioResult } from './scenario-result.js';
import type { WaiverState } from './waivers/waiver-state.js';

/**
 * Answer of a check over the whole pack. `holed` does not hold either, because the harness could not write all it had to
 * (a full disk). `not-checked` is honest, and never certifiable.
 */
export type PackCheck = 'sound' | 'broken' | 'holed' | 'not-checked';

/** Which contract judged a run. Digests are SHA-256 (hex) of the canonical JSON. */
export interface GateContract {
  /** Of the document that judged, as `summary.json` names it. */
  readonly judged: string;
  /** Of plan/contract.json. */
  readonly frozen: string;
  /** False when sample data had to be masked in the frozen document, so that the two differ. */
  readonly asJudged: boolean;
  /** True when AXYS_CONTRACT named the document. */
  readonly given: boolean;
  /** True when AXYS_CONTRACT_OVERLAY changed it. */
  readonly overlay: boolean;
  /** True when it is the contract published with this build. */
  readonly published: boolean;
  /** Of the contract published with this build. */
  readonly publishedSha256: string;
  /** What it changes against the published contract; null where nothing lists it, as for the published one itself. */
  readonly changes: ContractChanges | null;
}

/** What Cucumber's own messages say, or why they say nothing. */
export type CucumberCount =
  | {
      /** Scenario ids of the test cases that ran to their end, retries not counted. */
      readonly finished: readonly string[];
      /** Of those that had begun when the process died: the run may have their results already. */
      readonly cutShort: readonly string[];
      readonly problem: null;
    }
  | { readonly finished: null; readonly problem: string };

/** What the gate decides from: recorded facts only. */
export interface GateInput {
  readonly environment: EnvironmentName;
  readonly targetClass: TargetClass;
  /** True when the signing key was made for this run only. */
  readonly adHocKey: boolean;
  /** True when flags selected a part of the matrix. */
  readonly partial: boolean;
  /** Manifest, journal and signature. */
  readonly integrity: PackCheck;
  /** Where the journal ends; null when it does not hold, or was not looked at. */
  readonly journal: JournalHead | null;
  /** The search for card data in the finished pack. */
  readonly cardData: PackCheck;
  /** Every check, verdict and row derived a second time from the pack. */
  readonly recomputation: PackCheck;
  readonly contract: GateContract;
  /** What the record of the connections says against what the target is called, as sentences. */
  readonly origin: {
    /** The two cannot both be true. */
    readonly contradictions: readonly string[];
    /** The record does not show it. */
    readonly unproven: readonly string[];
  };
  readonly cucumber: CucumberCount;
  /** When the machine's clock was set while the run was under way, or the machine slept, as sentences. */
  readonly clockJumps: readonly string[];
  /** Evidence of an earlier run; null when nothing was carried over. */
  readonly carried: CarriedOver | null;
  /** The shards that the run was merged from, as lines; empty for any other run. */
  readonly shards: readonly string[];
  /** Scenario ids of the frozen plan. */
  readonly planned: readonly string[];
  /** One final result a scenario. */
  readonly results: readonly GateScenario[];
  readonly requirements: readonly RequirementResult[];
  /** Rows that only the real platform can demonstrate. */
  readonly realOnly: readonly string[];
  /** What became of each rule that all traffic must keep, money and lifecycles above all. */
  readonly invariants: readonly InvariantOutcome[];
  /** Every waiver of the program profile with what became of it. */
  readonly waivers: readonly WaiverState[];
  /** Exchanges nobody judged. Those of a scenario may be left out: they already made it inconclusive. */
  readonly notJudged: readonly NotJudgedExchange[];
  /** Rejecting findings outside every scenario, as sentences. */
  readonly strayFailures: readonly string[];
  /** What broke in the harness outside every scenario (hooks, writers), as sentences. */
  readonly harnessProblems: readonly string[];
  /** True when the run was stopped before its end. */
  readonly interrupted: boolean;
}

/** What the gate needs of a scenario result. */
export type GateScenario = Pick<
  ScenarioResult,
  'id' | 'name' | 'tags' | 'requirements' | 'verdict' | 'reason' | 'marks'
>;

/** True for a run that can only ever be practice: emulator, loopback, or a key nobody knows. */
export function isPractice({
  environment,
  targetClass,
  adHocKey,
}: Pick<GateInput, 'environment' | 'targetClass' | 'adHocKey'>): boolean {
  return environment === 'emulator' || targetClass !== 'real' || adHocKey;
}

/**
 * True for a run that could be certifiable: the whole matrix, on the real staging, under a known key. A production check
 * is a full run of its own small profile and never certifies.
 */
export function couldCertify(input: GateInput): boolean {
  return !isPractice(input) && !input.partial && input.environment === 'staging';
}
