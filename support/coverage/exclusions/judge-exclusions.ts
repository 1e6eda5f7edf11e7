import type { Exclusion, ExclusionState, JudgedExclusion } from './exclusion.js';
import { exclusionPattern } from './exclusion-pattern.js';

/** A target as an exclusion sees it. */
export interface Coverable {
  readonly id: string;
  readonly covered: boolean;
}

/** Exclusions held against a run. */
export interface JudgedExclusions {
  readonly exclusions: readonly JudgedExclusion[];
  /** Pattern of the first exclusion in force that lets a target be open, by target id; covered targets need none. */
  readonly excused: ReadonlyMap<string, string>;
}

/** Judges exclusions by the day of the run (`YYYY-MM-DD`); where that is not known, none is in force. */
export function judgeExclusions(
  exclusions: readonly Exclusion[],
  targets: readonly Coverable[],
  day: string | null,
): JudgedExclusions {
  const excused = new Map<string, string>();
  const judged = exclusions.map((exclusion) => {
    const fits = exclusionPattern(exclusion.targets);
    const named = targets.filter(({ id }) => fits(id));
    const uncovered = named.filter(({ covered }) => !covered);
    const state = stateOf(exclusion, day, named.length, uncovered.length);
    if (state === 'used') for (const { id } of uncovered) if (!excused.has(id)) excused.set(id, exclusion.targets);
    return { ...exclusion, state, named: named.length, uncovered: uncovered.length };
  });
  return { exclusions: judged, excused };
}

function stateOf({ expires }: Exclusion, day: string | null, named: number, uncovered: number): ExclusionState {
  if (named === 0) return 'matchless';
  if (day === null || day > expires) return 'expired';
  return uncovered === 0 ? 'needless' : 'used';
}
