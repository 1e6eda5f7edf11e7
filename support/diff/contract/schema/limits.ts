import type { Aspect } from '../aspect.js';

/** Which way a number keyword limits: `least` admits less when it grows, `most` admits less when it shrinks. */
const counted = {
  minLength: { kind: 'least', absent: 0 },
  maxLength: { kind: 'most', absent: Infinity },
  minItems: { kind: 'least', absent: 0 },
  maxItems: { kind: 'most', absent: Infinity },
  minProperties: { kind: 'least', absent: 0 },
  maxProperties: { kind: 'most', absent: Infinity },
  minContains: { kind: 'least', absent: 1 },
  maxContains: { kind: 'most', absent: Infinity },
} as const;

type LimitRule = 'limit-tightened' | 'limit-loosened' | 'limit-changed' | 'annotation-changed';

/** The limits of lengths and numbers of items and members, `multipleOf` and `uniqueItems`. */
export const limits: readonly Aspect[] = [
  ...Object.entries(counted).map(([keyword, { kind, absent }]) =>
    limit(keyword, (before, after) => compareCounts(kind, count(before, absent), count(after, absent))),
  ),
  limit('multipleOf', compareFactors),
  limit('uniqueItems', (before, after) => compareCounts('least', Number(before === true), Number(after === true))),
];

function limit(keyword: string, compare: (before: unknown, after: unknown) => LimitRule): Aspect {
  return {
    members: [keyword],
    compare: (work) => {
      const pair = work.member(keyword, work.pair.place);
      if (work.comparison.same(pair)) return;
      const rule = compare(pair.old, pair.new);
      work.note(rule, pair, { key: keyword, before: pair.old ?? 'none', after: pair.new ?? 'none' });
    },
  };
}

function compareCounts(kind: 'least' | 'most', before: number, after: number): LimitRule {
  if (before === after) return 'annotation-changed'; // The default was written out, or left out.
  return after > before === (kind === 'least') ? 'limit-tightened' : 'limit-loosened';
}

function count(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

function compareFactors(before: unknown, after: unknown): LimitRule {
  if (typeof before !== 'number') return 'limit-tightened';
  if (typeof after !== 'number') return 'limit-loosened';
  if (isMultiple(after, before)) return 'limit-tightened';
  return isMultiple(before, after) ? 'limit-loosened' : 'limit-changed';
}

function isMultiple(value: number, factor: number): boolean {
  const times = value / factor;
  return Math.abs(times - Math.round(times)) < 1e-9;
}
