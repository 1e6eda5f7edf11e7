import { isObject, pointerOf } from '../../json/json-pointer.js';

/** The same thing in both documents; `undefined` where one of them lacks it. */
export interface Pair {
  readonly old: unknown;
  readonly new: unknown;
  /** JSON Pointers, or where it would stand. */
  readonly oldAt: string;
  readonly newAt: string;
  /** Where it is, in words that do not depend on list positions. */
  readonly place: string;
}

/** A member of both sides of a pair. */
export function memberOf(pair: Pair, name: string, place = `${pair.place} ${name}`): Pair {
  return {
    old: held(pair.old, name),
    new: held(pair.new, name),
    oldAt: pair.oldAt + pointerOf(name),
    newAt: pair.newAt + pointerOf(name),
    place,
  };
}

/** An item of each side of a pair of lists; -1 for none. */
export function itemsOf(pair: Pair, oldIndex: number, newIndex: number, place: string): Pair {
  return {
    old: item(pair.old, oldIndex),
    new: item(pair.new, newIndex),
    oldAt: oldIndex < 0 ? pair.oldAt : pair.oldAt + pointerOf(oldIndex),
    newAt: newIndex < 0 ? pair.newAt : pair.newAt + pointerOf(newIndex),
    place,
  };
}

function held(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function item(value: unknown, index: number): unknown {
  return Array.isArray(value) ? (value as readonly unknown[])[index] : undefined;
}
