import type { PlannedScenario } from '../planned-scenario.js';
import type { ScenarioTimes } from './scenario-times.js';

/** Scenarios that one process runs, because parting them would part what belongs together. */
export interface Unit {
  /** In the plan's running order. */
  readonly ids: readonly string[];
  /** True when nothing else of the run may be under way meanwhile. */
  readonly alone: boolean;
}

type Told = Pick<PlannedScenario, 'id' | 'requirements'>;

/**
 * Joins scenarios that share a row, or whose rows share something: a row is demonstrated by all of its scenarios together, and
 * a shard must be able to say whether it is. Units come in the order of their first scenarios.
 */
export function unitsOf(scenarios: readonly Told[], { together, alone }: ScenarioTimes): readonly Unit[] {
  const groups = [...together, ...alone].map(({ rows }) => rows);
  const parents = new Map<string, string>();
  const root = (key: string): string => {
    const parent = parents.get(key);
    return parent === undefined ? key : root(parent);
  };
  const join = (a: string, b: string): void => {
    const [left, right] = [root(a), root(b)];
    if (left !== right) parents.set(right, left);
  };
  for (const [first, ...rest] of groups) for (const row of rest) join(first ?? row, row);
  for (const { id, requirements } of scenarios) for (const row of requirements) join(id, row);
  const units = new Map<string, string[]>();
  for (const { id } of scenarios) units.set(root(id), [...(units.get(root(id)) ?? []), id]);
  const rowsAlone = new Set(alone.flatMap(({ rows }) => rows));
  const isAlone = new Set(
    scenarios.filter(({ requirements }) => requirements.some((row) => rowsAlone.has(row))).map(({ id }) => root(id)),
  );
  return [...units].map(([key, ids]) => ({ ids, alone: isAlone.has(key) }));
}
