import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import { Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Comparison, Part } from '../comparison.js';
import type { Pair } from '../pair.js';
import type { Polarity } from '../polarity.js';
import { compareReferring } from './compare-referring.js';
import { compareLoneAlternative } from './lone-alternative.js';
import { compareNullBeside } from './null-beside.js';
import { schemaAspects } from './schema-aspects.js';

/** Compares two schemas, whatever they refer to included. Without a schema on one side nothing is done: that is its holder's to say. */
export function compareSchema(pair: Pair, part: Part, comparison: Comparison, polarity: Polarity = 'same'): void {
  const [old, next] = [schemaOf(pair.old), schemaOf(pair.new)];
  if (old === null || next === null) return;
  if (comparison.same(pair) && !comparison.values.refers(pair.new)) return;
  const work = new Work({ ...pair, old, new: next }, part, comparison, polarity);
  if (compareNullBeside(work) || compareLoneAlternative(work)) return;
  if (old['$ref'] === undefined && next['$ref'] === undefined) compareMembers(work, schemaAspects());
  else compareReferring(work);
}

/** True and false are schemas too: everything, and nothing. */
function schemaOf(value: unknown): JsonObject | null {
  if (value === true) return everything;
  if (value === false) return nothing;
  return isObject(value) ? value : null;
}

const everything: JsonObject = {};
const nothing: JsonObject = { not: {} };
