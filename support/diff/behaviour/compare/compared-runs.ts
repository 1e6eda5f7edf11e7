import type { ObservedBehaviour, ObservedScenario } from '../observed-behaviour.js';
import { outsideScenarios, type Witnesses } from '../observed-operation.js';

/** Stands for the id of a scenario where the harness called by itself: both runs may do so. */
export const outside = '';

/** One side of a comparison. */
export interface ComparedSide {
  readonly behaviour: ObservedBehaviour;
  /** Place in the list of scenarios to id, for the scenarios that both sides ran, and for calls outside of them. */
  readonly common: ReadonlyMap<number, string>;
}

/** Two runs, and the scenarios that can be compared because both really ran them. */
export interface ComparedRuns {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** Ids of the scenarios both ran, sorted. */
  readonly scenarios: readonly string[];
  /** Those of them that no run left before their end: only there an absence tells something. */
  readonly whole: ReadonlySet<string>;
  /** True when both ran the very same scenarios. */
  readonly sameSelection: boolean;
  /** True when both ran the very same scenarios to their end: only then do lists hold the same objects. */
  readonly sameObjects: boolean;
}

/** Pairs two runs. */
export function comparedRuns(old: ObservedBehaviour, next: ObservedBehaviour): ComparedRuns {
  const [before, after] = [ranIn(old), ranIn(next)];
  const scenarios = [...before.keys()].filter((id) => after.has(id)).sort();
  const side = (behaviour: ObservedBehaviour, ran: ReadonlyMap<string, number>): ComparedSide => ({
    behaviour,
    common: new Map([[outsideScenarios, outside], ...scenarios.map((id) => [ran.get(id) ?? NaN, id] as const)]),
  });
  const whole = new Set(scenarios.filter((id) => isWhole(old, before.get(id)) && isWhole(next, after.get(id))));
  const sameSelection = scenarios.length === before.size && scenarios.length === after.size;
  return {
    ...{ old: side(old, before), new: side(next, after), scenarios, whole, sameSelection },
    sameObjects: sameSelection && whole.size === scenarios.length,
  };
}

/** True for a scenario that called the target, or at least tried to. */
export function hasRun({ verdict }: ObservedScenario): boolean {
  return verdict !== 'not-run' && verdict !== 'not-applicable';
}

function isWhole({ scenarios }: ObservedBehaviour, place: number | undefined): boolean {
  return place !== undefined && scenarios[place]?.stopped === false;
}

function ranIn({ scenarios }: ObservedBehaviour): ReadonlyMap<string, number> {
  return new Map(scenarios.flatMap((scenario, place) => (hasRun(scenario) ? [[scenario.id, place] as const] : [])));
}

/** The witnesses that lie in common scenarios, by scenario id. */
export function commonWitnesses(witnesses: Witnesses, { common }: ComparedSide): ReadonlyMap<string, string> {
  const found = Object.entries(witnesses).flatMap(([place, exchange]) => {
    const id = common.get(Number(place));
    return id === undefined ? [] : [[id, exchange] as const];
  });
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A pair of exchanges from one scenario where there is one, else one of each side. */
export function pairOf(old: ReadonlyMap<string, string>, next: ReadonlyMap<string, string>) {
  const shared = [...old.keys()].filter((id) => next.has(id)).sort()[0];
  const first = (side: ReadonlyMap<string, string>) => [...side].sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1] ?? null;
  if (shared === undefined) return { old: first(old), new: first(next) };
  return { old: old.get(shared) ?? null, new: next.get(shared) ?? null };
}
