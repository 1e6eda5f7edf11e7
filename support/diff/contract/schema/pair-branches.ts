import { isObject } from '../../../json/json-pointer.js';
import type { Comparison } from '../comparison.js';

/** A branch of both lists, by position; -1 where one list lacks it. */
export interface BranchPair {
  readonly before: number;
  readonly after: number;
  /** What to call it: its reference or title, else its position. */
  readonly name: string;
}

/** What two branches may have in common, the surest first. */
const likeness: readonly ((one: unknown, other: unknown, comparison: Comparison) => boolean)[] = [
  (one, other, comparison) => comparison.equal(one, other),
  (one, other) => named(one, '$ref') !== null && named(one, '$ref') === named(other, '$ref'),
  (one, other) => named(one, 'title') !== null && named(one, 'title') === named(other, 'title'),
  (one, other) => members(one) !== '' && members(one) === members(other),
];

/**
 * Finds for each branch its counterpart: an equal one, else one of the same reference, title or members. What is left is
 * paired by position when both lists have as many left, and is otherwise gone or new.
 */
export function pairBranches(
  old: readonly unknown[],
  next: readonly unknown[],
  comparison: Comparison,
): readonly BranchPair[] {
  const [left, right] = [new Set(old.keys()), new Set(next.keys())];
  const pairs: BranchPair[] = [];
  const take = (before: number, after: number) => {
    left.delete(before);
    right.delete(after);
    pairs.push({ before, after, name: nameOf(old[before] ?? next[after], before < 0 ? after : before) });
  };
  for (const alike of likeness) {
    for (const before of [...left]) {
      const after = [...right].find((index) => alike(old[before], next[index], comparison));
      if (after !== undefined) take(before, after);
    }
  }
  if (left.size === right.size) for (const [before, after] of zip([...left], [...right])) take(before, after);
  for (const before of [...left]) take(before, -1);
  for (const after of [...right]) take(-1, after);
  return pairs;
}

/** What to call a branch: its reference or title, else its position. */
export function nameOf(branch: unknown, index: number): string {
  const reference = named(branch, '$ref');
  return reference?.slice(reference.lastIndexOf('/') + 1) ?? named(branch, 'title') ?? String(index);
}

function named(branch: unknown, member: string): string | null {
  const value = isObject(branch) ? branch[member] : undefined;
  return typeof value === 'string' ? value : null;
}

function members(branch: unknown): string {
  const properties = isObject(branch) ? branch['properties'] : undefined;
  return isObject(properties) ? Object.keys(properties).sort().join(' ') : '';
}

function zip(one: readonly number[], other: readonly number[]): readonly (readonly [number, number])[] {
  return one.map((entry, index) => [entry, other[index] ?? -1] as const);
}
