import type { Observation } from './observation.js';

/** Exchange ids kept for one answer; the count says how many there were. */
const keptIds = 20;

/** Different values kept for one question; a register is no copy of the traffic. */
const keptValues = 20;

/** All observations of one reading and value. */
export interface Counted {
  readonly facet: string;
  readonly reading: string | null;
  readonly value: string;
  /** Times it was observed. */
  readonly count: number;
  /** The first exchanges that show it. */
  readonly exchangeIds: readonly string[];
  readonly operations: readonly string[];
}

/** Counts what is observed about one question without keeping the traffic. */
export class Tally {
  private readonly groups = new Map<string, { seen: Observation; count: number; ids: string[]; by: Set<string> }>();
  /** Observations of values beyond those that are kept. */
  omitted = 0;

  /** Counts one observation. */
  note(seen: Observation): void {
    const key = JSON.stringify([seen.facet, seen.reading, seen.value]);
    const group = this.groups.get(key) ?? { seen, count: 0, ids: [], by: new Set<string>() };
    if (!this.groups.has(key)) {
      if (this.groups.size >= keptValues) {
        this.omitted += 1;
        return;
      }
      this.groups.set(key, group);
    }
    group.count += 1;
    group.ids.push(...seen.exchangeIds.filter((id) => !group.ids.includes(id)).slice(0, keptIds - group.ids.length));
    for (const operation of seen.operations) group.by.add(operation);
  }

  /** What was counted, most frequent first; the same traffic gives the same order. */
  counted(): readonly Counted[] {
    return [...this.groups.values()]
      .map(({ seen: { facet, reading, value }, count, ids, by }) => ({
        ...{ facet, reading, value, count },
        exchangeIds: ids,
        operations: [...by].sort(),
      }))
      .sort((a, b) => order(a.facet, b.facet) || b.count - a.count || order(a.value, b.value));
  }
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
