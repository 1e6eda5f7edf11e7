import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';

/** A schema while it is written plainly: its members, and where each stands in the document it came from. */
export type WrittenSchema = ReadonlyMap<string, WrittenMember>;

/** One member of a {@link WrittenSchema}. */
export interface WrittenMember {
  readonly value: unknown;
  /** JSON Pointer in the document as it was read. */
  readonly at: string;
  /** Where the items of a list stand that was put together anew. */
  readonly itemsAt?: readonly string[];
}

/** The members of a schema that stands at a place. */
export function membersOf(schema: JsonObject, at: string): WrittenSchema {
  return new Map(Object.entries(schema).map(([name, value]) => [name, { value, at: at + pointerOf(name) }]));
}

/** The items of a list, each with its place; null for anything else. */
export function itemsOf({ value, at, itemsAt }: WrittenMember): readonly WrittenMember[] | null {
  if (!Array.isArray(value)) return null;
  return (value as readonly unknown[]).map((item, index) => ({
    value: item,
    at: itemsAt?.[index] ?? at + pointerOf(index),
  }));
}

/** A written schema as the value it stands for. */
export function valueOf(written: WrittenSchema): JsonObject {
  return Object.fromEntries([...written].map(([name, { value }]) => [name, value]));
}

/**
 * A schema whose member `keyword` gives way to the members of what it held. Null where that could mean something else: when
 * both say something of one name, or what stands beside would reach into what was held apart from it.
 */
export function unfolded(written: WrittenSchema, keyword: string, inner: WrittenSchema): WrittenSchema | null {
  const beside = [...written].filter(([name]) => name !== keyword);
  if (beside.some(([name]) => inner.has(name))) return null;
  const onlyRefers = inner.has('$ref');
  if (!onlyRefers && !beside.every(([name]) => standsAlone(name))) return null;
  return new Map([...written].flatMap(([name, member]) => (name === keyword ? [...inner] : [[name, member] as const])));
}

/** Keywords that mean the same wherever they stand, for they look at no other keyword. */
const alone: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'example', 'examples', 'externalDocs'],
  ...['type', 'enum', 'const', 'format', 'pattern', 'minLength', 'maxLength', 'multipleOf', 'required', '$comment'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
]);

/** True for a keyword that may move between a schema and one that holds beside it. */
export function standsAlone(keyword: string): boolean {
  return alone.has(keyword) || keyword.startsWith('x-');
}

/** True for the schema that admits null and nothing else. */
export function isOnlyNull(schema: unknown): boolean {
  if (!isObject(schema) || Object.keys(schema).length !== 1) return false;
  const { type, const: constant } = schema;
  return type === 'null' || (Array.isArray(type) && type.length === 1 && type[0] === 'null') || constant === null;
}
