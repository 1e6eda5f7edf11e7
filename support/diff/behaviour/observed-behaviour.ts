import type { FindingLevel, Provenance } from '../../judgement/provenance.js';
import type { EnvironmentName } from '../../config/environment-name.js';
import type { TargetClass } from '../../target/target.js';
import type { CheckOutcome, Decision, Mark, RequirementOutcome, ScenarioVerdict } from '../../verdict/verdict.js';
import type { ObservedOperation } from './observed-operation.js';
import type { ObservedStage } from './timing.js';

/** The run behind an observation: what must be known to say why two of them differ. */
export interface ObservedRun {
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly decision: Decision;
  readonly partial: boolean;
  readonly seed: number;
  readonly target: { readonly environment: EnvironmentName; readonly class: TargetClass; readonly host: string };
  /** The contract as judged: SHA-256 (hex) and `info.version`. */
  readonly contract: { readonly sha256: string; readonly version: string };
  /** The build of the harness; null for a pack that does not say. */
  readonly build: ObservedBuild | null;
  /** SHA-256 (hex) of the program profile. */
  readonly profileSha256: string;
  /** True when the run was stopped before its end. */
  readonly interrupted: boolean;
  /** Ids of the gate's steps that did not hold, sorted. */
  readonly openSteps: readonly string[];
}

/** Which harness made a run. */
export interface ObservedBuild {
  readonly version: string;
  readonly commit: string | null;
  /** SHA-256 (hex) over code, features and schemas: equal ones run the same tests. */
  readonly codeSha256: string;
  readonly lockSha256: string;
  readonly node: string;
}

/** An exchange behind a check, with a digest of the form of its answer. */
export interface CheckedAnswer {
  readonly exchange: string;
  /** Eight hexadecimal digits over status, members, types and known words; never over free text, ids or amounts. */
  readonly form: string;
}

/** A check as it ended. */
export interface ObservedCheck {
  readonly id: string;
  readonly outcome: CheckOutcome;
  readonly provenance: Provenance;
  /** As recorded with the result; without sensitive values. */
  readonly expected: string;
  readonly received: string;
  readonly answers: readonly CheckedAnswer[];
}

/** A finding of the judge that no step expected. */
export interface ObservedFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly cause: string;
  readonly operationId: string | null;
  readonly exchange: string;
}

/** What became of a rule that all traffic of a run must keep. */
export interface ObservedInvariant {
  readonly id: string;
  readonly level: FindingLevel;
  /** False when nothing in the run could show it, kept or broken. */
  readonly tested: boolean;
  /** Where it does not hold, in the order that was seen. */
  readonly broken: readonly BrokenInvariant[];
}

/** A place where an invariant does not hold. */
export interface BrokenInvariant {
  /** Scenario of the exchange; null for a call that the harness made by itself. */
  readonly scenario: string | null;
  /** The exchange that showed it last. */
  readonly exchange: string;
}

/** A scenario as it ended. */
export interface ObservedScenario {
  readonly id: string;
  readonly requirements: readonly string[];
  readonly verdict: ScenarioVerdict;
  readonly marks: readonly Mark[];
  /** The run that really ran it, where its evidence was carried over. */
  readonly carriedFrom: string | null;
  /** Code of the problem that stopped it, if one did. */
  readonly problem: string | null;
  /** True when steps were left out: what it did not come to see tells nothing. */
  readonly stopped: boolean;
  readonly checks: readonly ObservedCheck[];
  readonly findings: readonly ObservedFinding[];
}

/** A row of the matrix as it ended. */
export interface ObservedRequirement {
  readonly id: string;
  readonly title: string;
  readonly outcome: RequirementOutcome;
  readonly marks: readonly Mark[];
  readonly reason: string | null;
  /** Ids of its scenarios. */
  readonly scenarios: readonly string[];
}

/**
 * What a run saw of the target, small enough to be kept and compared: shapes instead of bodies, known words instead of
 * values, an exchange as the witness of each. Read from masked evidence, so it holds no free text and no personal data.
 * Shape: `schemas/evidence/observed-behaviour.schema.json`.
 */
export interface ObservedBehaviour {
  readonly run: ObservedRun;
  /** Scenarios that have a result, in the order of the results. Operations name them by their place here. */
  readonly scenarios: readonly ObservedScenario[];
  /** Findings on calls that the harness made outside every scenario, advisory ones left out. */
  readonly outside: readonly ObservedFinding[];
  readonly requirements: readonly ObservedRequirement[];
  /** Sorted by id. */
  readonly invariants: readonly ObservedInvariant[];
  /** Ids of all scenarios this harness knows for the environment, selected or not; sorted. */
  readonly catalogue: readonly string[];
  /** Sorted by operationId. */
  readonly operations: readonly ObservedOperation[];
  /** Sorted by lifecycle and transition. */
  readonly stages: readonly ObservedStage[];
}
