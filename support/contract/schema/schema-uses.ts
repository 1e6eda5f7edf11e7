import type { Json } from '../../trace/exchange.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { referenced } from '../document/local-reference.js';
import { plausibleBranches } from './plausible-branches.js';
import { listAt, usesBelow } from './uses-below.js';
import type { SchemaUse } from './schema-use.js';

/** One place of a value with everything the contract says about it. */
export interface Spot {
  /** JSON Pointer inside the value. */
  readonly pointer: string;
  /** Name of the member; null for the root and for array items. */
  readonly name: string | null;
  readonly value: Json;
  readonly uses: readonly SchemaUse[];
  /** False for a member of an object whose members are described and do not include it. */
  readonly documented: boolean;
}

/** Visits a value with the schemas that apply at each place. Below an undocumented member nothing is visited. */
export function walkUses(document: JsonObject, schema: JsonObject, value: Json, visit: (spot: Spot) => void): void {
  const uses = expand(document, rootOf(schema), value);
  step(document, { pointer: '', name: null, value, uses, documented: true }, visit);
}

function step(document: JsonObject, spot: Spot, visit: (spot: Spot) => void): void {
  visit(spot);
  if (!spot.documented) return;
  const { value, pointer } = spot;
  if (typeof value !== 'object' || value === null) return;
  const below = usesBelow(spot.uses);
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      const uses = expand(document, below.item(index), item);
      step(document, { pointer: pointer + pointerOf(index), name: null, value: item, uses, documented: true }, visit);
    }
    return;
  }
  for (const [name, member] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const found = below.member(name);
    const documented = found.length > 0 || !below.listsItsMembers;
    const uses = expand(document, found, member);
    step(document, { pointer: pointer + pointerOf(name), name, value: member, uses, documented }, visit);
  }
}

/** The list of one schema is always the same list, so that what it brings along is found again. */
const roots = new WeakMap<JsonObject, readonly SchemaUse[]>();

function rootOf(schema: JsonObject): readonly SchemaUse[] {
  const root = roots.get(schema) ?? [{ schema, via: [] }];
  roots.set(schema, root);
  return root;
}

/** What a list of schemas brings along whatever the value is. A document that is judged by does not change any more. */
const expanded = new WeakMap<readonly SchemaUse[], readonly SchemaUse[]>();
/** What it brings along for values of some kind, by the branches they are meant for. */
const expandedByBranches = new WeakMap<readonly SchemaUse[], Map<string, readonly SchemaUse[]>>();

/** Adds what a schema brings along at the same place: what it refers to and what it combines. */
function expand(document: JsonObject, starts: readonly SchemaUse[], value: Json): readonly SchemaUse[] {
  const known = expanded.get(starts);
  if (known !== undefined) return known;
  const uses: SchemaUse[] = [];
  const seen = new Set<JsonObject>();
  const chosen: string[] = [];
  const add = (schema: unknown, via: readonly JsonObject[]): void => {
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    uses.push({ schema, via });
    add(referenced(document, schema['$ref']), [...via, schema]);
    for (const part of listAt(schema, 'allOf')) add(part, []);
    for (const keyword of ['oneOf', 'anyOf']) {
      const branches = listAt(schema, keyword);
      if (branches.length === 0) continue;
      const plausible = plausibleBranches(document, branches, value);
      chosen.push(branches.map((part) => (plausible.includes(part as JsonObject) ? '1' : '0')).join(''));
      for (const part of plausible) add(part, []);
    }
    add(schema['then'], []);
    add(schema['else'], []);
  };
  for (const { schema, via } of starts) add(schema, via);
  if (chosen.length > 0) return sameBranches(starts, chosen.join(' '), uses);
  expanded.set(starts, uses);
  return uses;
}

/** The first list that these branches brought along: whoever remembers by the list finds what it knows. */
function sameBranches(
  starts: readonly SchemaUse[],
  branches: string,
  uses: readonly SchemaUse[],
): readonly SchemaUse[] {
  const known = expandedByBranches.get(starts) ?? new Map<string, readonly SchemaUse[]>();
  expandedByBranches.set(starts, known);
  const first = known.get(branches) ?? uses;
  known.set(branches, first);
  return first;
}
