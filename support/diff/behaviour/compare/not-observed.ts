import type { NotObserved } from '../behaviour-change.js';
import type { ObservedBehaviour, ObservedScenario } from '../observed-behaviour.js';
import { hasRun, type ComparedRuns } from './compared-runs.js';

/** Why nothing can be said about what a scenario saw late: it has a result in both runs, and one of them left it. */
export const stoppedEarly = 'stopped before its end';

/** What only one of two runs exercised: nothing can be said about it, least of all that it vanished. */
export function notObserved({ old, new: next }: ComparedRuns): readonly NotObserved[] {
  return [
    ...onlyIn(old.behaviour, next.behaviour, 'new'),
    ...onlyIn(next.behaviour, old.behaviour, 'old'),
    ...carried(next.behaviour),
  ];
}

/** What `seen` exercised and `other` did not; `side` names the other. */
function onlyIn(seen: ObservedBehaviour, other: ObservedBehaviour, side: NotObserved['side']): readonly NotObserved[] {
  const ends = new Map(other.scenarios.map((scenario) => [scenario.id, scenario]));
  const operations = new Set(other.operations.map(({ operationId }) => operationId));
  const rows = new Map(other.requirements.map(({ id, outcome }) => [id, outcome]));
  const known = new Set(other.catalogue);
  return [
    ...seen.requirements
      .filter(({ id, outcome }) => outcome !== 'out-of-scope' && (rows.get(id) ?? 'out-of-scope') === 'out-of-scope')
      .map(({ id }) => ({
        what: 'requirement' as const,
        id,
        side,
        why: rows.has(id) ? 'not selected' : 'not in its catalogue',
      })),
    ...seen.scenarios
      .filter((scenario) => hasRun(scenario) && !ran(ends.get(scenario.id)))
      .map(({ id }) => ({ what: 'scenario' as const, id, side, why: whyNot(ends.get(id), known.has(id)) })),
    ...seen.scenarios
      .filter((scenario) => hasRun(scenario) && !scenario.stopped && ends.get(scenario.id)?.stopped === true)
      .filter(({ id }) => ran(ends.get(id)))
      .map(({ id }) => ({ what: 'scenario' as const, id, side, why: stoppedEarly })),
    ...seen.operations
      .filter(({ operationId }) => !operations.has(operationId))
      .map(({ operationId }) => ({ what: 'operation' as const, id: operationId, side, why: 'never called' })),
  ];
}

function ran(scenario: ObservedScenario | undefined): boolean {
  return scenario !== undefined && hasRun(scenario);
}

function whyNot(scenario: ObservedScenario | undefined, known: boolean): string {
  if (scenario !== undefined) return scenario.verdict;
  return known ? 'not selected' : 'not part of that harness';
}

function carried({ scenarios }: ObservedBehaviour): readonly NotObserved[] {
  return scenarios.flatMap(({ id, carriedFrom }) =>
    carriedFrom === null ? [] : [{ what: 'scenario', id, side: 'new', why: `carried over from ${carriedFrom}` }],
  );
}
