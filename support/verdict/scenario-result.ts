import type { FindingLevel } from '../judgement/provenance.js';
import type { CheckRecord } from './check.js';
import type { Mark, ScenarioVerdict } from './verdict.js';

/** One wait of a scenario: what it polled for, how long, and every distinct state seen on the way. */
export interface WaitRecord {
  /** What was waited for, such as `cardholder status Approved`. */
  readonly for: string;
  readonly deadlineSeconds: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly met: boolean;
  readonly timeline: readonly { readonly at: string; readonly state: string; readonly exchangeId: string }[];
}

/** Why a scenario stopped early, if it did. */
export interface ScenarioProblem {
  /** Permanent code of a coded error, or `unexpected`. */
  readonly code: string;
  readonly message: string;
}

/** Status words of Cucumber's steps. */
export type StepStatus = 'passed' | 'failed' | 'skipped' | 'undefined' | 'pending' | 'ambiguous';

/** One executed step, with the exchanges it made. */
export interface ScenarioStep {
  readonly text: string;
  readonly keyword: string;
  readonly status: StepStatus;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exchangeIds: readonly string[];
}

/** A finding of the judge on one exchange, as a scenario result keeps it. */
export interface ScenarioFinding {
  readonly exchangeId: string;
  readonly operationId: string | null;
  readonly rule: string;
  readonly level: FindingLevel;
  readonly cause: string;
  readonly message: string;
  /** True when a step announced it. */
  readonly expected: boolean;
}

/** One scenario attempt: a line of results.ndjson. Shape: `schemas/evidence/result.schema.json`. */
export interface ScenarioResult {
  /** Stable id: feature path and scenario name, with a row number for outlines. */
  readonly id: string;
  readonly name: string;
  /** Path below `features/`, with forward slashes. */
  readonly feature: string;
  readonly line: number;
  readonly tags: readonly string[];
  /** TM ids from the tags. */
  readonly requirements: readonly string[];
  readonly attempt: number;
  readonly verdict: ScenarioVerdict;
  readonly reason: string;
  readonly marks: readonly Mark[];
  readonly checks: readonly CheckRecord[];
  /** Exchanges of the scenario, in order. */
  readonly exchangeIds: readonly string[];
  /** Ids of exchanges whose judgement has a finding, with the findings' causes, levels and rules. */
  readonly findings: readonly ScenarioFinding[];
  readonly waits: readonly WaitRecord[];
  readonly steps: readonly ScenarioStep[];
  readonly problem: ScenarioProblem | null;
  readonly startedAt: string;
  readonly durationMs: number;
}
