import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Aspect, Work } from '../aspect.js';
import { renamedPair } from '../named-sides.js';
import { memberOf } from '../pair.js';
import { sameOrder } from '../same-order.js';
import { compareSchema } from './compare-schema.js';

/** The members of an object and which of them are required. */
export const members: Aspect = {
  members: ['properties', 'required'],
  refers: true,
  compare: (work) => {
    const [old, next] = [propertiesOf(work.old), propertiesOf(work.new)];
    const [before, after] = [requiredOf(work.old), requiredOf(work.new)];
    const renamed = renamedMembers(work, old, next, before, after);
    const pair = work.member('properties', work.pair.place);
    const seen = new Set<string>();
    for (const [from, to] of renamed) {
      seen.add(from).add(to);
      const at = renamedPair(pair, from, to, work.pair.place);
      work.note('member-renamed', at, { key: `${from} ${to}`, before: from, after: to });
      compareSchema(at, work.part, work.comparison, work.polarity); // What they refer to may differ all the same.
    }
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      if (seen.has(name)) continue;
      seen.add(name);
      compareMember(
        work,
        name,
        { was: Object.hasOwn(old, name), is: Object.hasOwn(next, name) },
        before.has(name),
        after.has(name),
      );
    }
    compareUndescribed(work, seen, before, after);
    compareOrder(work, old, next);
  },
};

function compareMember(
  work: Work,
  name: string,
  { was, is }: { was: boolean; is: boolean },
  before: boolean,
  after: boolean,
): void {
  const pair = memberOf(work.member('properties', work.pair.place), name, work.pair.place);
  const details = { key: name, before: null, after: null };
  if (!was) work.note(after ? 'required-member-added' : 'optional-member-added', pair, details);
  else if (!is) work.note(before ? 'required-member-removed' : 'optional-member-removed', pair, details);
  else {
    const place = `${work.pair.place} .${name}`;
    compareSchema({ ...pair, place }, work.part, work.comparison, work.polarity);
    if (before !== after) noteRequired(work, name, after);
  }
}

/** A name may be required without being described. */
function compareUndescribed(
  work: Work,
  described: ReadonlySet<string>,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): void {
  for (const name of new Set([...before, ...after])) {
    if (!described.has(name) && before.has(name) !== after.has(name)) noteRequired(work, name, after.has(name));
  }
}

function noteRequired(work: Work, name: string, required: boolean): void {
  const pair = work.member('required', work.pair.place);
  work.note(required ? 'member-became-required' : 'member-became-optional', pair, {
    key: name,
    before: null,
    after: null,
  });
}

function compareOrder(work: Work, old: JsonObject, next: JsonObject): void {
  const lists = [work.old['required'], work.new['required']].map((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  const [before = [], after = []] = lists;
  const required = work.member('required', work.pair.place);
  const repeated = before.length - new Set(before).size !== after.length - new Set(after).size;
  if (!sameOrder(before, after) || repeated)
    work.note('order-changed', required, { key: 'required', before: null, after: null });
  else if ((required.old === undefined) !== (required.new === undefined) && before.length + after.length === 0) {
    work.note('annotation-changed', required, { key: 'required' });
  }
  const properties = work.member('properties', work.pair.place);
  if (!sameOrder(Object.keys(old), Object.keys(next))) {
    work.note('order-changed', properties, { key: 'properties', before: null, after: null });
  } else if ((properties.old === undefined) !== (properties.new === undefined) && isEmpty(old) && isEmpty(next)) {
    work.note('annotation-changed', properties, { key: 'properties' });
  }
}

/** Gone and new members with the same schema and the same duty, unambiguously: the same thing under another name. */
function renamedMembers(
  work: Work,
  old: JsonObject,
  next: JsonObject,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const gone = Object.keys(old).filter((name) => !Object.hasOwn(next, name));
  const come = Object.keys(next).filter((name) => !Object.hasOwn(old, name));
  const alike = (from: string, to: string) =>
    work.comparison.equal(old[from], next[to]) && before.has(from) === after.has(to);
  return gone.flatMap((from) => {
    const [to, ...others] = come.filter((name) => alike(from, name));
    const rivals = to === undefined ? [] : gone.filter((name) => alike(name, to));
    return to !== undefined && others.length === 0 && rivals.length === 1 ? [[from, to] as const] : [];
  });
}

function propertiesOf(schema: JsonObject): JsonObject {
  return isObject(schema['properties']) ? schema['properties'] : {};
}

function requiredOf(schema: JsonObject): ReadonlySet<string> {
  return new Set(Array.isArray(schema['required']) ? schema['required'].map(String) : []);
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}
