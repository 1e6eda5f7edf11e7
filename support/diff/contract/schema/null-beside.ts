import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';
import type { Work } from '../aspect.js';
import type { Pair } from '../pair.js';
import { resolved } from '../plain/plain-writings.js';
import { nullIn, withNull } from '../plain/with-null.js';
import { isOnlyNull, membersOf, standsAlone, valueOf, type WrittenSchema } from '../plain/written-schema.js';
import { compareBeside, otherSide, type Side } from './compare-beside.js';
import { compareSchema } from './compare-schema.js';

/**
 * Compares two schemas of which exactly one is `anyOf` of something and null: that something, and whether null is admitted. Null may
 * as well be one of the types of the other, or of what it refers to. False, with nothing compared, where there is no such side or
 * nothing here can tell what the other says of null.
 */
export function compareNullBeside(work: Work): boolean {
  const [before, after] = [orNull(work.old), orNull(work.new)];
  if ((before === null) === (after === null)) return false;
  const side = before === null ? 'new' : 'old';
  const something = before ?? after;
  if (something === null) return false;
  const own = endOf(work, something.schema, side);
  const [ownNull, otherNull] = [nullIn(own), nullIn(endOf(work, work[otherSide(side)], otherSide(side)))];
  if (ownNull === 'unknown' || otherNull === 'unknown') return false;
  const wider = otherNull === 'admitted' && ownNull === 'refused' ? withNull(own) : own;
  if (wider === null) return false;
  const rest = compareBeside(work, side, something.beside, own);
  const inner = { ...onSide(work.pair, side, something.schema), [otherSide(side)]: rest };
  if (wider !== own) {
    // Beside null a component is another schema, and so comparing it is another comparison.
    const admitting = { ...work.comparison.resolved(inner), place: work.pair.place, [side]: valueOf(wider) };
    work.comparison.follow(work.part, work.polarity, admitting, compareSchema, 'or null');
    const written = (one: Side) => (one === side ? 'null as an alternative' : 'null as a type');
    work.note('writing-changed', work.pair, { key: 'null', before: written('old'), after: written('new') });
    return true;
  }
  if (otherNull === 'refused') work.note(side === 'new' ? 'null-admitted' : 'null-excluded', work.pair);
  compareSchema(inner, work.part, work.comparison, work.polarity);
  return true;
}

/** A schema of `anyOf` of one other thing and null, as the plain writing has it; null for anything else. */
function orNull(schema: JsonObject): { readonly schema: JsonObject; readonly beside: JsonObject } | null {
  const { anyOf: branches, ...beside } = schema;
  if (!Array.isArray(branches) || branches.length !== 2 || !Object.keys(beside).every(standsAlone)) return null;
  const [first, second] = branches as readonly unknown[];
  return isObject(first) && isOnlyNull(second) ? { schema: first, beside } : null;
}

/** A pair that stands for the first branch of one side. */
function onSide(pair: Pair, side: Side, value: unknown): Pair {
  const below = pointerOf('anyOf', 0);
  return side === 'old'
    ? { ...pair, old: value, oldAt: pair.oldAt + below }
    : { ...pair, new: value, newAt: pair.newAt + below };
}

function endOf(work: Work, value: JsonObject, side: Side): WrittenSchema {
  return resolved(membersOf(value, ''), work.comparison[side]);
}
