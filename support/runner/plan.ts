import type { FrozenShard } from './shard/shard-plan.js';

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

/** In what order scenarios run: as the features have them, or shuffled by Cucumber with this seed. */
export type RunningOrder = 'defined' | `random:${number}`;

/** What selects the scenarios of a run, and in what order they run; at most one of `tags` and `scenarioId` is set. */
export interface Selection {
  readonly tags: string | null;
  readonly scenarioId: string | null;
  /** Only scenarios of these rows may run at all (production); null for every row but those of production. */
  readonly rows: readonly string[] | null;
  readonly order: RunningOrder;
}

/** What to do about a selection that holds nothing. */
export const widenSelection = 'Widen the selection';

/** The frozen plan of a run. */
export interface Plan {
  /** The selected scenarios, in running order; shuffled and with some carried over, in another one. Never empty. */
  readonly scenarios: readonly PlannedScenario[];
  /** Every scenario there is, selected or not. */
  readonly catalogue: readonly PlannedScenario[];
  /** Ids of scenarios that an earlier run demonstrated and this one takes over (`--carry`); they do not run. */
  readonly carried: readonly string[];
  /** True when `--tags`, `--scenario` or `--shard` left something out. */
  readonly partial: boolean;
  readonly selection: Selection;
  /** How the selection reads for people. */
  readonly description: string;
  /** The shard it is the plan of, with the plan of all shards (`--shard`); absent for an undivided run. */
  readonly shard?: FrozenShard;
}

/** The planned scenario at a place in the features, or null. `uri` and `line` as in Cucumber's pickles. */
export function scenarioAt(plan: Plan, uri: string, line: number): PlannedScenario | null {
  return (
    plan.catalogue.find((scenario) => scenario.uri === uri.replaceAll('\\', '/') && scenario.line === line) ?? null
  );
}
