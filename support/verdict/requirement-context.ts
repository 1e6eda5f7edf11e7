import type { EnvironmentName } from '../config/environment-name.js';
import type { Attestation, Capabilities } from '../config/profile.js';
import type { CapabilityClaim } from './capability-claim.js';
import type { ScenarioFinding } from './scenario-result.js';

/** A finding of an exchange that belongs to no scenario (set-up, probes). */
export type StrayFinding = ScenarioFinding;

/** What the rows are judged against besides the scenario results. */
export interface RequirementContext {
  readonly environment: EnvironmentName;
  readonly capabilities: Capabilities;
  /** What became of each "not supported" of the profile. */
  readonly claims: ReadonlyMap<keyof Capabilities, CapabilityClaim>;
  readonly attestations: readonly Attestation[];
  /** Rows that only a person can do on this target, with the task; beyond the rows whose trigger is `people`. */
  readonly forPeople: ReadonlyMap<string, string>;
  /** Rows that do not apply for another reason than a capability or the phase, with the rule that says so. */
  readonly notApplicable: ReadonlyMap<string, string>;
  /** Rows a partial run selected; null for a full run. */
  readonly selected: ReadonlySet<string> | null;
  /** Findings of exchanges outside every scenario. */
  readonly strayFindings: readonly StrayFinding[];
  /** Rows whose every contradiction a waiver covers. They stay contradicted, and are marked. */
  readonly waivedRows: ReadonlySet<string>;
  /** Rows of an operation, for findings no row claims. */
  readonly operationRows: ReadonlyMap<string, readonly string[]>;
}
