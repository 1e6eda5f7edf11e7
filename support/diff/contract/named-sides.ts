import { isObject, type JsonObject } from '../../json/json-pointer.js';
import type { Work } from './aspect.js';
import { memberOf, type Pair } from './pair.js';
import { sameOrder } from './same-order.js';

/** A map that both sides of a pair hold by name; empty where there is none. */
export interface NamedSides {
  readonly old: JsonObject;
  readonly new: JsonObject;
  /** The names of both, each once. */
  readonly names: readonly string[];
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Reads both sides of a pair as maps. */
export function namedSides(pair: Pair): NamedSides {
  const [old, next] = [isObject(pair.old) ? pair.old : {}, isObject(pair.new) ? pair.new : {}];
  return {
    ...{ old, new: next },
    names: [...new Set([...Object.keys(old), ...Object.keys(next)])],
    gone: Object.keys(old).filter((name) => !Object.hasOwn(next, name)),
    come: Object.keys(next).filter((name) => !Object.hasOwn(old, name)),
  };
}

/**
 * Notes what a map can differ in beside its entries: their order, and whether it is there at all although it holds nothing.
 * Called last, when the entries' differences are noted.
 */
export function compareHolder(work: Work, member: string): void {
  const pair = work.member(member, work.pair.place);
  const sides = namedSides(pair);
  if (!sameOrder(Object.keys(sides.old), Object.keys(sides.new))) {
    work.note('order-changed', pair, { key: member, before: null, after: null });
  }
  if (sides.names.length === 0 && (pair.old === undefined) !== (pair.new === undefined)) {
    work.note('annotation-changed', pair, { key: member });
  }
}

/** Gone and new entries of a map whose content is equal, unambiguously: the same thing under another name. */
export function renamedEntries(
  sides: NamedSides,
  alike: (gone: string, come: string) => boolean,
): readonly (readonly [string, string])[] {
  return sides.gone.flatMap((from) => {
    const [to, ...others] = sides.come.filter((name) => alike(from, name));
    if (to === undefined || others.length > 0) return [];
    return sides.gone.filter((name) => alike(name, to)).length === 1 ? [[from, to] as const] : [];
  });
}

/** An entry of a map that has another name on each side. */
export function renamedPair(pair: Pair, from: string, to: string, place: string): Pair {
  const [before, after] = [memberOf(pair, from, place), memberOf(pair, to, place)];
  return { old: before.old, new: after.new, oldAt: before.oldAt, newAt: after.newAt, place };
}
