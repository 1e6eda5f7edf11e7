import { isObject, localPointer, type JsonObject } from '../../../json/json-pointer.js';
import { referenced } from '../../../contract/document/local-reference.js';
import { nullIn, withNull } from './with-null.js';
import {
  isOnlyNull,
  itemsOf,
  membersOf,
  unfolded,
  valueOf,
  type WrittenMember,
  type WrittenSchema,
} from './written-schema.js';

/** One way of writing a schema that has a plainer one, which means the same to every value. */
interface PlainWriting {
  readonly name: string;
  /** The plainer writing; null where the schema is not written so, or where the plainer one would mean something else. */
  readonly plainer: (schema: WrittenSchema, document: JsonObject) => WrittenSchema | null;
}

/**
 * The writings that are made plain, in this order. What is left as it is stays visible: an object that is taken apart into several
 * schemas, say, is compared as it is written.
 */
const plainWritings: readonly PlainWriting[] = [
  { name: 'type as a list of one', plainer: (schema) => oneItem(schema, 'type', (item) => typeof item === 'string') },
  ...(['allOf', 'anyOf', 'oneOf'] as const).map((keyword) => ({
    name: `${keyword} of one`,
    plainer: (schema: WrittenSchema, document: JsonObject) => ofOne(schema, keyword, document),
  })),
  ...(['anyOf', 'oneOf'] as const).map((keyword) => ({
    name: `null in ${keyword}`,
    plainer: (schema: WrittenSchema, document: JsonObject) => nullBranch(schema, keyword, document),
  })),
  { name: 'whole numbers above', plainer: (schema) => wholeBound(schema, 'exclusiveMinimum', 'minimum', 1) },
  { name: 'whole numbers below', plainer: (schema) => wholeBound(schema, 'exclusiveMaximum', 'maximum', -1) },
  ...(['additionalProperties', 'items', 'propertyNames'] as const).map((keyword) => ({
    name: `${keyword} that admits anything`,
    plainer: (schema: WrittenSchema) => admittingAnything(schema, keyword),
  })),
];

/** A schema in its plainest writing, itself alone: what it holds is left as it is. With the names of what was made plain. */
export function plainly(
  written: WrittenSchema,
  document: JsonObject,
): { readonly schema: WrittenSchema; readonly names: readonly string[] } {
  const names: string[] = [];
  let schema = written;
  for (let changed = true; changed;) {
    changed = false;
    for (const { name, plainer } of plainWritings) {
      const plain = plainer(schema, document);
      if (plain === null) continue;
      schema = plain;
      names.push(name);
      changed = true;
    }
  }
  return { schema, names };
}

function oneItem(schema: WrittenSchema, name: string, fits: (item: unknown) => boolean): WrittenSchema | null {
  const held = schema.get(name);
  const items = held === undefined ? null : itemsOf(held);
  const [item] = items ?? [];
  if (held === undefined || item === undefined || items?.length !== 1 || !fits(item.value)) return null;
  return new Map(schema).set(name, { value: item.value, at: held.at });
}

function ofOne(schema: WrittenSchema, keyword: string, document: JsonObject): WrittenSchema | null {
  const held = schema.get(keyword);
  const items = held === undefined ? null : itemsOf(held);
  if (items?.length !== 1 || schema.has('discriminator')) return null;
  const inner = branch(items[0], document);
  return inner === null ? null : unfolded(schema, keyword, inner);
}

/** `anyOf` of something and null is that something, which may be null; of a reference it stays, with null as the last branch. */
function nullBranch(schema: WrittenSchema, keyword: 'anyOf' | 'oneOf', document: JsonObject): WrittenSchema | null {
  const held = schema.get(keyword);
  const items = held === undefined ? null : itemsOf(held);
  if (held === undefined || items === null || schema.has('discriminator')) return null;
  const others = items.filter((item) => !isNull(item, document));
  const [other] = others;
  if (others.length !== 1 || items.length !== 2 || other === undefined) return null;
  const inner = branch(other, document);
  if (inner === null) return null;
  // Of `oneOf` exactly one must hold: where the other branch takes null as well, null is what it refuses.
  const alone = keyword === 'anyOf' || nullIn(resolved(inner, document)) === 'refused';
  if (!alone) return null;
  const wider = withNull(inner);
  const merged = wider === null ? null : unfolded(schema, keyword, wider);
  if (merged !== null) return merged;
  if (keyword === 'anyOf' && items[0] === other && isPlainNull(items[1])) return null;
  if (keyword === 'oneOf' && schema.has('anyOf')) return null;
  const nothing = items.find((item) => item !== other)?.at ?? held.at;
  const list = { value: [other.value, { type: 'null' }], at: held.at, itemsAt: [other.at, nothing] };
  return new Map([...schema].map(([name, member]) => (name === keyword ? ['anyOf', list] : [name, member])));
}

function isNull(item: WrittenMember, document: JsonObject): boolean {
  const inner = branch(item, document);
  return inner !== null && isOnlyNull(valueOf(inner));
}

function isPlainNull(item: WrittenMember | undefined): boolean {
  return isObject(item?.value) && item.value['type'] === 'null';
}

function branch(item: WrittenMember | undefined, document: JsonObject): WrittenSchema | null {
  return isObject(item?.value) ? plainly(membersOf(item.value, item.at), document).schema : null;
}

/** What references lead to, to their end; the schema itself where they lead nowhere. */
export function resolved(schema: WrittenSchema, document: JsonObject): WrittenSchema {
  const passed = new Set<unknown>();
  let found = schema;
  for (let reference = found.get('$ref')?.value; !passed.has(reference); reference = found.get('$ref')?.value) {
    passed.add(reference);
    const target = referenced(document, reference);
    if (target === null) return found;
    found = plainly(membersOf(target, localPointer(String(reference)) ?? ''), document).schema;
  }
  return found;
}

/** Above 0 is at least 1 where numbers are whole. */
function wholeBound(schema: WrittenSchema, open: string, closed: string, step: number): WrittenSchema | null {
  const [held, type] = [schema.get(open), schema.get('type')?.value];
  const whole = type === 'integer' || (Array.isArray(type) && !type.includes('number') && type.includes('integer'));
  if (!whole || held === undefined || schema.has(closed) || !Number.isSafeInteger(held.value)) return null;
  const bound = { value: Number(held.value) + step, at: held.at };
  return new Map([...schema].map(([name, member]) => (name === open ? [closed, bound] : [name, member])));
}

/** Where nothing looks at what was left over, a part that admits anything says nothing. */
function admittingAnything(schema: WrittenSchema, keyword: string): WrittenSchema | null {
  const held = schema.get(keyword)?.value;
  const empty = isObject(held) && Object.keys(held).length === 0;
  if (held === undefined || (held !== true && !empty) || schema.has('unevaluatedItems')) return null;
  if (keyword === 'additionalProperties') return held === true ? null : new Map(schema).set(keyword, { value: true, at: schema.get(keyword)?.at ?? '' }); // prettier-ignore
  return new Map([...schema].filter(([name]) => name !== keyword));
}
