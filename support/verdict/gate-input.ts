import type { EnvironmentName } from '../config/configuration.js';
import type { TargetClass } from '../target/target.js';
import type { NotJudgedExchange } from './collect-findings.js';
import type { RequirementResult } from './requirement-result.js';
import type { ScenarioResult } from './scenario-result.js';

/** Answer of a check over the whole pack. `not-checked` is honest, and never certifiable. */
export type PackCheck = 'sound' | 'broken' | 'not-checked';

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
  /** The search for card data in the finished pack. */
  readonly cardData: PackCheck;
  /** Scenario ids of the frozen plan. */
  readonly planned: readonly string[];
  /** One final result a scenario. */
  readonly results: readonly GateScenario[];
  readonly requirements: readonly RequirementResult[];
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
export type GateScenario = Pick<ScenarioResult, 'id' | 'name' | 'tags' | 'requirements' | 'verdict' | 'reason'>;

/** True for a run that can only ever be practice: emulator, loopback, or a key nobody knows. */
export function isPractice({ environment, targetClass, adHocKey }: GateInput): boolean {
  return environment === 'emulator' || targetClass !== 'real' || adHocKey;
}

/**
 * True for a run that could be certifiable: the whole matrix, on the real staging, under a known key. A production check
 * is a full run of its own small profile and never certifies.
 */
export function couldCertify(input: GateInput): boolean {
  return !isPractice(input) && !input.partial && input.environment === 'staging';
}
