import type { PlannedScenario } from './planned-scenario.js';
import type { Selection } from './selection.js';
import type { FrozenShard } from './shard/shard-plan.js';

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
