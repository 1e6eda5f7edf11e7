import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import { Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Comparison, Part } from '../comparison.js';
import type { Pair } from '../pair.js';
import type { Polarity } from '../polarity.js';
import { schemaAspects } from './schema-aspects.js';

/** Compares two schemas, whatever they refer to included. Without a schema on one side nothing is done: that is its holder's to say. */
export function compareSchema(pair: Pair, part: Part, comparison: Comparison, polarity: Polarity = 'same'): void {
  const [old, next] = [schemaOf(pair.old), schemaOf(pair.new)];
  if (old === null || next === null) return;
  if (comparison.same(pair) && !comparison.values.refers(pair.new)) return;
  const work = new Work({ ...pair, old, new: next }, part, comparison, polarity);
  const [from, to] = [old['$ref'], next['$ref']];
  if (from === undefined && to === undefined) {
    compareMembers(work, schemaAspects());
    return;
  }
  const target = comparison.resolved(work.pair);
  const change = comparison.equal({ $ref: from }, { $ref: to })
    ? null
    : from === undefined
      ? 'reference-introduced'
      : to === undefined
        ? 'reference-dissolved'
        : 'reference-redirected';
  if (change !== null) work.note(change, work.pair, { before: from, after: to });
  comparison.follow(part, polarity, target, compareSchema);
  compareBeside(work, from !== undefined, to !== undefined);
}

/** Compares what stands beside references; it counts in addition to what they lead to. */
function compareBeside(work: Work, refers: boolean, referred: boolean): void {
  if (refers && referred) {
    compareMembers(work.on({ ...work.pair, old: without(work.old), new: without(work.new) }), schemaAspects());
    return;
  }
  // One side stands in place: what its other side says beside the reference has nothing to be compared with.
  const beside = refers ? without(work.old) : without(work.new);
  for (const key of Object.keys(beside)) {
    const annotation = key === 'description' || key === 'title' || key.startsWith('x-');
    if (!annotation) work.note('unclassified-difference', work.pair, { key });
  }
}

function without(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$ref'));
}

/** True and false are schemas too: everything, and nothing. */
function schemaOf(value: unknown): JsonObject | null {
  if (value === true) return everything;
  if (value === false) return nothing;
  return isObject(value) ? value : null;
}

const everything: JsonObject = {};
const nothing: JsonObject = { not: {} };
