import { isObject, localPointer, segmentsOf, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { referenced } from '../../contract/document/local-reference.js';
import type { InternedValues } from './intern-values.js';
import type { Pair } from './pair.js';
import { within, type Polarity } from './polarity.js';
import type { DiffRuleId } from './rules/diff-rules.js';

/** A difference before anybody knows which operations it reaches. */
export interface RawChange {
  readonly rule: DiffRuleId;
  readonly pair: Pair;
  /** What tells it from others of the same rule at the same place, such as the member's name. */
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a difference is noted with beside rule and place. */
export interface Details {
  readonly key?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A part of the contract that was compared, with what was found in it and the parts it leads to. */
export interface Part {
  readonly changes: Map<RawChange, Set<Polarity>>;
  readonly leadsTo: Map<Part, Set<Polarity>>;
}

/** Compares one kind of thing into a part. */
export type Compare = (pair: Pair, part: Part, comparison: Comparison) => void;

/** An empty part. */
export function newPart(): Part {
  return { changes: new Map(), leadsTo: new Map() };
}

/**
 * One comparison of two documents: every pair of places is compared once, every difference kept once, however many
 * operations lead to it.
 */
export class Comparison {
  readonly changes = new Map<string, RawChange>();
  readonly #parts = new Map<string, Part>();
  readonly #touched = { old: new Set<string>(), new: new Set<string>() };

  readonly new: JsonObject;

  constructor(
    readonly old: JsonObject,
    next: JsonObject,
    readonly values: InternedValues,
  ) {
    this.new = next;
  }

  /** Keeps a difference, in the part where it was found. */
  note(part: Part, polarity: Polarity, rule: DiffRuleId, pair: Pair, details: Details = {}): void {
    const { key = '', before = pair.old, after = pair.new } = details;
    const id = [rule, pair.oldAt, pair.newAt, key].join('\n');
    const change = this.changes.get(id) ?? { rule, pair, key, before, after };
    this.changes.set(id, change);
    (part.changes.get(change) ?? part.changes.set(change, new Set()).get(change))?.add(polarity);
    touch(this.#touched.old, pair.oldAt);
    touch(this.#touched.new, pair.newAt);
  }

  /** True when a difference was noted at this pair or below it. */
  noted(pair: Pair): boolean {
    return this.#touched.old.has(pair.oldAt) || this.#touched.new.has(pair.newAt);
  }

  /** True when both sides are the same JSON, member order included. */
  same(pair: Pair): boolean {
    return this.equal(pair.old, pair.new);
  }

  /** True for equal JSON values, of either document. */
  equal(one: unknown, other: unknown): boolean {
    return this.values.idOf(one) === this.values.idOf(other);
  }

  /** Compares a pair of places once, and lets `from` lead to what was found; once more for each other way of reading it. */
  follow(from: Part | null, polarity: Polarity, pair: Pair, compare: Compare, reading = ''): void {
    const id = `${pair.oldAt}\n${pair.newAt}\n${reading}`;
    let part = this.#parts.get(id);
    if (part === undefined) {
      part = newPart();
      this.#parts.set(id, part); // Before comparing: schemas refer to themselves.
      compare(pair, part, this);
    }
    if (from !== null) (from.leadsTo.get(part) ?? from.leadsTo.set(part, new Set()).get(part))?.add(polarity);
  }

  /** What a pair's references lead to, both sides; the pair itself where there is none. */
  resolved(pair: Pair): Pair {
    const [old, next] = [target(this.old, pair.old, pair.oldAt), target(this.new, pair.new, pair.newAt)];
    const place = sharedPlace(old.component, next.component) ?? pair.place;
    return { old: old.value, new: next.value, oldAt: old.at, newAt: next.at, place };
  }
}

/**
 * Words for where both references lead; null when only one side is a component. What took its place at one use says nothing
 * about its other uses, so the place is the use then.
 */
function sharedPlace(old: string | null, next: string | null): string | null {
  if (old === null || next === null) return null;
  return old === next ? old : `${old} -> ${next}`;
}

/** Every difference a part leads to, with the polarities under which it is reached. */
export function changesReached(root: Part): ReadonlyMap<RawChange, ReadonlySet<Polarity>> {
  const found = new Map<RawChange, Set<Polarity>>();
  const seen = new Map<Part, Set<Polarity>>();
  const open: [Part, Polarity][] = [[root, 'same']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [part, outer] = next;
    const before = seen.get(part) ?? new Set();
    if (before.has(outer)) continue;
    seen.set(part, before.add(outer));
    for (const [change, polarities] of part.changes) {
      const reached = found.get(change) ?? new Set();
      for (const inner of polarities) reached.add(within(outer, inner));
      found.set(change, reached);
    }
    for (const [further, polarities] of part.leadsTo)
      for (const inner of polarities) open.push([further, within(outer, inner)]);
  }
  return found;
}

function target(
  document: JsonObject,
  value: unknown,
  at: string,
): { value: unknown; at: string; component: string | null } {
  let found = { value, at, component: null as string | null };
  for (const passed = new Set<string>(); isObject(found.value) && typeof found.value['$ref'] === 'string';) {
    const reference = found.value['$ref'];
    const pointer = localPointer(reference);
    const object = referenced(document, reference);
    // A ring of references describes nothing; the loader has proved that every reference leads somewhere.
    if (pointer === null || object === null || passed.has(reference)) break;
    passed.add(reference);
    found = { value: object, at: pointer, component: placeOfPointer(pointer) };
  }
  return found;
}

/** Words for a component's pointer: `schemas/Card` for `/components/schemas/Card`. */
function placeOfPointer(pointer: string): string {
  const [first, ...rest] = segmentsOf(pointer);
  return first === 'components' ? rest.join('/') : pointerOf(first ?? '', ...rest);
}

function touch(touched: Set<string>, pointer: string): void {
  for (let at = pointer; !touched.has(at); at = at.slice(0, at.lastIndexOf('/'))) {
    touched.add(at);
    if (at === '') return;
  }
}
