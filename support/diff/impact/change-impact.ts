import type { Coverage } from '../../coverage/coverage.js';
import { scenariosTouching } from '../../coverage/lookup/scenarios-touching.js';
import type { ContractChange } from '../contract/contract-change.js';

/** What of the suite exercises the place a change happened at. */
export interface ChangeImpact {
  /** Rows of the test matrix, sorted. */
  readonly requirements: readonly string[];
  /** Scenario ids, in running order. */
  readonly scenarios: readonly string[];
  /** False when only something around the place is exercised, not the place itself. */
  readonly precise: boolean;
}

/**
 * Joins a change with what a run of the old contract exercised: the scenarios that matched its place, within the operations
 * it reaches and the way it travels there. A change that reaches no operation, or none the run knows, is exercised by nothing.
 */
export function impactOf(change: ContractChange, coverage: Coverage): ChangeImpact {
  const uses = new Map(change.uses.map((use) => [`${use.direction} ${use.operationId}`, use]));
  const touching = [...uses.values()].flatMap(({ operationId, direction }) =>
    operationId === null ? [] : [scenariosTouching(coverage, { operationId, direction }, change.old.pointer)],
  );
  const found = new Set(touching.flatMap(({ scenarios }) => scenarios));
  return {
    requirements: [...new Set(touching.flatMap(({ requirements }) => requirements))].sort(),
    scenarios: coverage.scenarios.map(({ id }) => id).filter((id) => found.has(id)),
    precise: touching.some(({ precise, scenarios }) => precise && scenarios.length > 0),
  };
}
