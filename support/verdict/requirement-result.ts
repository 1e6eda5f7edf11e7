import type { Requirement } from './requirement.js';
import type { Mark, RequirementOutcome, ScenarioVerdict } from './verdict.js';

/** A scenario as its requirement shows it. */
export interface ProvingScenario {
  readonly id: string;
  readonly name: string;
  readonly verdict: ScenarioVerdict;
  readonly marks: readonly Mark[];
}

/** What a run says about one row of the matrix. */
export interface RequirementResult extends Pick<Requirement, 'id' | 'title' | 'level' | 'origin'> {
  readonly outcome: RequirementOutcome;
  readonly marks: readonly Mark[];
  /** Why the outcome is what it is; absent where a plain `demonstrated` says it all. */
  readonly reason?: string;
  readonly scenarios: readonly ProvingScenario[];
  /** True when a person should look at the row although it is left out. Not part of summary.json: the reason says it. */
  readonly review?: true;
  /** The person's task when software cannot drive the row on this target; null otherwise. Not part of summary.json. */
  readonly peopleTask: string | null;
}
