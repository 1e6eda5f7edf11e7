/** Milliseconds by which two clocks may drift apart between two looks before it counts as a jump. */
export const jumpToleranceMs = 2000;

/** What the difference of two clocks must lie between: the process may be held up while they are read. */
interface Difference {
  readonly least: number;
  readonly most: number;
}

/**
 * Watches a clock that can be set against one that only runs on. Each look says by how many milliseconds the first one
 * jumped since the look before (negative: back), or null. The first look has nothing to compare with.
 */
export function clockJumps(wall: () => number, steady: () => number): () => number | null {
  let known: Difference | null = null;
  return () => {
    const before = steady();
    const shown = wall();
    const seen: Difference = { least: shown - steady(), most: shown - before };
    const drift = known === null ? 0 : driftBetween(known, seen);
    known = known === null || drift !== 0 ? seen : both(known, seen);
    return Math.abs(drift) > jumpToleranceMs ? Math.round(drift) : null;
  };
}

/** How far apart they lie at least; 0 where both may be the same. */
function driftBetween(earlier: Difference, later: Difference): number {
  return later.least > earlier.most ? later.least - earlier.most : Math.min(0, later.most - earlier.least);
}

function both(one: Difference, other: Difference): Difference {
  return { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) };
}
