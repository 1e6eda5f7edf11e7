import type { ContractChanges } from '../contract/contract-changes.js';
import type { GateDecision } from '../verdict/decide.js';
import type { InvariantOutcome } from '../verdict/invariant.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import type { Requirement } from '../verdict/requirement.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { CarriedOver } from '../verdict/carried-over.js';
import type { WaiverState } from '../verdict/waivers/waiver-state.js';
import type { Pause } from './pause.js';
import type { Origin } from './origin/origin.js';
import type { RecordedFacts } from './recorded-facts.js';
import type { RunFacts } from './run-facts.js';

/** A run with its decision. Masked data only. */
export interface DecidedRun {
  readonly facts: RunFacts;
  readonly gate: GateDecision;
  /** One final result a scenario, in running order. */
  readonly results: readonly ScenarioResult[];
  readonly requirements: readonly RequirementResult[];
  /** Every waiver of the program profile with what became of it. */
  readonly waivers: readonly WaiverState[];
  /** What the contract that judged changes against the published one; null where nothing does. */
  readonly contractChanges: ContractChanges | null;
  /** What became of the rules that all traffic must keep. */
  readonly invariants: readonly InvariantOutcome[];
  /** Where the traffic went. */
  readonly origin: Origin;
  /** When the run stood still until it was resumed. */
  readonly pauses: readonly Pause[];
  /** What was taken over from an earlier run; null when nothing was. */
  readonly carried: CarriedOver | null;
  /** The catalogue the rows come from. */
  readonly catalogue: readonly Requirement[];
  /** What the decision rests on besides results, exchanges and plan. */
  readonly recorded: RecordedFacts;
}
