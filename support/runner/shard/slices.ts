import type { PlannedScenario } from '../planned-scenario.js';
import { expectedSeconds, type ScenarioTimes } from './scenario-times.js';
import { unitsOf, type Unit } from './units.js';

/** The part of a plan that one shard runs. */
export interface Slice {
  /** Ids, in the plan's running order. */
  readonly scenarios: readonly string[];
  readonly expectedSeconds: number;
}

/** How a plan is divided. */
export interface Division {
  readonly of: number;
  /** True when what is run alone is a slice of its own, the last one; else it ends the last slice. */
  readonly aloneApart: boolean;
  /** True for an embedded emulator, whose times were measured. */
  readonly embedded: boolean;
  readonly times: ScenarioTimes;
}

/** A division, or the most slices there can be. */
export type Divided =
  { readonly slices: readonly Slice[]; readonly most: null } | { readonly slices: null; readonly most: number };

/**
 * Divides planned scenarios into `of` slices of about the same expected time. What belongs together stays together, no slice
 * is empty, every scenario is in one slice; the same plan and table always give the same slices. `of` counts the slice of
 * what is run alone, where it is apart.
 */
export function slicesOf(scenarios: readonly PlannedScenario[], division: Division): Divided {
  const { of, aloneApart, embedded, times } = division;
  const seconds = (id: string): number => expectedSeconds(id, embedded, times);
  const weigh = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + seconds(id), 0);
  const units = unitsOf(scenarios, times);
  const [alone, free] = [units.filter((unit) => unit.alone), units.filter((unit) => !unit.alone)];
  const apart = aloneApart && alone.length > 0 && free.length > 0;
  const bins = apart ? of - 1 : of;
  // What is run alone needs a slice even when nothing else goes into it.
  const most = apart ? free.length + 1 : Math.max(free.length, 1);
  if (of > most || bins < 1) return { slices: null, most };
  const filled: { ids: string[]; seconds: number }[] = Array.from({ length: bins }, () => ({ ids: [], seconds: 0 }));
  const last = alone.flatMap(({ ids }) => ids);
  const end = filled.at(-1);
  // Counted from the start, so that the others share out the rest.
  if (!apart && end !== undefined) end.seconds += weigh(last);
  const heaviest = (a: Unit, b: Unit): number => weigh(b.ids) - weigh(a.ids);
  for (const [count, { ids }] of free.toSorted(heaviest).entries()) {
    const empty = filled.filter((bin) => bin.ids.length === 0);
    // As many units as empty slices are left: each gets one.
    const open = free.length - count <= empty.length ? empty : filled;
    const lightest = open.reduce((best, bin) => (bin.seconds < best.seconds ? bin : best));
    lightest.ids.push(...ids);
    lightest.seconds += weigh(ids);
  }
  if (!apart) end?.ids.push(...last);
  const order = new Map(scenarios.map(({ id }, index) => [id, index]));
  const ofLast = new Set(last);
  const rank = (id: string): number => (order.get(id) ?? 0) + (ofLast.has(id) ? scenarios.length : 0);
  const slice = (ids: readonly string[]): Slice => ({
    scenarios: ids.toSorted((a, b) => rank(a) - rank(b)),
    expectedSeconds: Math.round(weigh(ids) * 1000) / 1000,
  });
  return { slices: [...filled.map(({ ids }) => slice(ids)), ...(apart ? [slice(last)] : [])], most: null };
}
