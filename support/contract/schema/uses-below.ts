import { isObject, type JsonObject } from '../../json/json-pointer.js';
import type { SchemaUse } from './schema-use.js';

/** What the schemas that apply at one place say about the places right below it. */
export interface UsesBelow {
  /** True when the members of an object are described and none of the schemas leaves or closes the rest by itself. */
  readonly listsItsMembers: boolean;
  /** The schemas of a member; empty where nothing is said about it. */
  member(name: string): readonly SchemaUse[];
  /** The schemas of an array's item. */
  item(index: number): readonly SchemaUse[];
}

const known = new WeakMap<readonly SchemaUse[], UsesBelow>();

/**
 * Looks below a place. Remembered by the list of schemas: a document that is judged by does not change any more, and an
 * answer repeats the same places over and over.
 */
export function usesBelow(uses: readonly SchemaUse[]): UsesBelow {
  const earlier = known.get(uses);
  if (earlier !== undefined) return earlier;
  const members = new Map<string, readonly SchemaUse[]>();
  const item = (index: number) => uses.flatMap(({ schema }) => itemSchemas(schema, index));
  // Beyond every tuple all items are described alike.
  const tuple = Math.max(0, ...uses.map(({ schema }) => listAt(schema, 'prefixItems').length));
  const rest = item(tuple);
  const below: UsesBelow = {
    listsItsMembers: listsItsMembers(uses),
    item: (index) => (index < tuple ? item(index) : rest),
    member: (name) => {
      const remembered = members.get(name);
      if (remembered !== undefined) return remembered;
      const found = uses.flatMap(({ schema }) => memberSchemas(schema, name));
      // Only names that are listed: a target may send any number of others.
      if (uses.some(({ schema }) => lists(schema, name))) members.set(name, found);
      return found;
    },
  };
  known.set(uses, below);
  return below;
}

function lists(schema: JsonObject, name: string): boolean {
  return isObject(schema['properties']) && Object.hasOwn(schema['properties'], name);
}

function memberSchemas(schema: JsonObject, name: string): readonly SchemaUse[] {
  const found: unknown[] = lists(schema, name) ? [(schema['properties'] as JsonObject)[name]] : [];
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

function listsItsMembers(uses: readonly SchemaUse[]): boolean {
  const opens = uses.some(
    ({ schema }) => schema['additionalProperties'] !== undefined || schema['unevaluatedProperties'] !== undefined,
  );
  return !opens && uses.some(({ schema }) => isObject(schema['properties']));
}

/** The list a keyword of a schema holds; empty where there is none. */
export function listAt(schema: JsonObject, keyword: string): readonly unknown[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list : [];
}
