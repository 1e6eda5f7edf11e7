import type { Json } from '../../trace/exchange.js';
import { isObject, pointerOf, type JsonObject } from '../document/json-pointer.js';
import { referenced } from '../document/local-reference.js';
import { plausibleBranches } from './plausible-branches.js';

/** A schema object that speaks about a value, with the reference objects it was reached through (nearest last). */
export interface SchemaUse {
  readonly schema: JsonObject;
  readonly via: readonly JsonObject[];
}

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
  const uses = expand(document, [{ schema, via: [] }], value);
  step(document, { pointer: '', name: null, value, uses, documented: true }, visit);
}

function step(document: JsonObject, spot: Spot, visit: (spot: Spot) => void): void {
  visit(spot);
  if (!spot.documented) return;
  const { value, uses, pointer } = spot;
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      const itemUses = expand(
        document,
        uses.flatMap((use) => itemSchemas(use.schema, index)),
        item,
      );
      step(
        document,
        { pointer: pointer + pointerOf(index), name: null, value: item, uses: itemUses, documented: true },
        visit,
      );
    }
    return;
  }
  if (!isObject(value)) return;
  const closed = listsItsMembers(uses);
  for (const [name, member] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const found = uses.flatMap((use) => memberSchemas(use.schema, name));
    const child = { pointer: pointer + pointerOf(name), name, value: member };
    const documented = found.length > 0 || !closed;
    step(document, { ...child, uses: expand(document, found, member), documented }, visit);
  }
}

/** Adds what a schema brings along at the same place: what it refers to and what it combines. */
function expand(document: JsonObject, starts: readonly SchemaUse[], value: Json): readonly SchemaUse[] {
  const uses: SchemaUse[] = [];
  const seen = new Set<JsonObject>();
  const add = (schema: unknown, via: readonly JsonObject[]): void => {
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    uses.push({ schema, via });
    add(referenced(document, schema['$ref']), [...via, schema]);
    for (const part of listAt(schema, 'allOf')) add(part, []);
    for (const keyword of ['oneOf', 'anyOf']) {
      for (const part of plausibleBranches(document, listAt(schema, keyword), value)) add(part, []);
    }
    add(schema['then'], []);
    add(schema['else'], []);
  };
  for (const { schema, via } of starts) add(schema, via);
  return uses;
}

function memberSchemas(schema: JsonObject, name: string): readonly SchemaUse[] {
  const own = isObject(schema['properties']) && Object.hasOwn(schema['properties'], name);
  const found: unknown[] = own ? [(schema['properties'] as JsonObject)[name]] : [];
  for (const [pattern, part] of Object.entries(
    isObject(schema['patternProperties']) ? schema['patternProperties'] : {},
  )) {
    if (new RegExp(pattern, 'u').test(name)) found.push(part);
  }
  if (found.length === 0) found.push(schema['additionalProperties']);
  return found.filter(isObject).map((part) => ({ schema: part, via: [] }));
}

function itemSchemas(schema: JsonObject, index: number): readonly SchemaUse[] {
  const part = listAt(schema, 'prefixItems')[index] ?? schema['items'];
  return isObject(part) ? [{ schema: part, via: [] }] : [];
}

/** True when the members of an object are described and none of the schemas leaves or closes the rest by itself. */
function listsItsMembers(uses: readonly SchemaUse[]): boolean {
  const opens = uses.some(
    ({ schema }) => schema['additionalProperties'] !== undefined || schema['unevaluatedProperties'] !== undefined,
  );
  return !opens && uses.some(({ schema }) => isObject(schema['properties']));
}

function listAt(schema: JsonObject, keyword: string): readonly unknown[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list : [];
}
