import type { JsonObject } from '../../../json/json-pointer.js';
import type { Aspect } from '../aspect.js';

const ends = {
  lower: { plain: 'minimum', open: 'exclusiveMinimum', sign: 1 },
  upper: { plain: 'maximum', open: 'exclusiveMaximum', sign: -1 },
} as const;

/** One end of the range of numbers, whichever of its two keywords says it. */
export function numericBounds(end: keyof typeof ends): Aspect {
  const { plain, open, sign } = ends[end];
  return {
    members: [plain, open],
    compare: (work) => {
      const [old, next] = [tightest(work.old, end), tightest(work.new, end)];
      const plainPair = work.member(plain, work.pair.place);
      const pair = work.comparison.same(plainPair) ? work.member(open, work.pair.place) : plainPair;
      const details = { key: plain, before: worded(work.old, end), after: worded(work.new, end) };
      const change = Math.sign((next.value - old.value) * sign || Number(next.exclusive) - Number(old.exclusive));
      if (change !== 0 && !Number.isNaN(change))
        work.note(change > 0 ? 'limit-tightened' : 'limit-loosened', pair, details);
      else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: plain });
    },
  };
}

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

function tightest(schema: JsonObject, end: keyof typeof ends): Bound {
  const { plain, open, sign } = ends[end];
  const none = -Infinity * sign;
  const [inclusive, exclusive] = [number(schema[plain]) ?? none, number(schema[open]) ?? none];
  return exclusive !== none && (exclusive - inclusive) * sign >= 0
    ? { value: exclusive, exclusive: true }
    : { value: inclusive, exclusive: false };
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function worded(schema: JsonObject, end: keyof typeof ends): string {
  const { value, exclusive } = tightest(schema, end);
  if (!Number.isFinite(value)) return 'none';
  return exclusive ? `${value} (not included)` : String(value);
}
