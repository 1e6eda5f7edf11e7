/** One scenario of the plan. */
export interface PlannedScenario {
  /** Stable: feature path below `features/` without `.feature`, `:`, slug of the name, `[n]` for outline rows. */
  readonly id: string;
  /** Name with the row's values filled in. */
  readonly name: string;
  /** Path below `features/`, with forward slashes. */
  readonly feature: string;
  readonly featureName: string;
  /** Path as Cucumber reports it, relative to the package root. */
  readonly uri: string;
  /** Line of the scenario, or of the row for outlines. */
  readonly line: number;
  readonly tags: readonly string[];
  /** TM ids from the tags. */
  readonly requirements: readonly string[];
  readonly steps: readonly PlannedStep[];
}

/** One step of a planned scenario. */
export interface PlannedStep {
  readonly text: string;
  /** Given, When, Then, And, But or *, as written. */
  readonly keyword: string;
  readonly type: 'context' | 'action' | 'outcome' | 'unknown';
}
