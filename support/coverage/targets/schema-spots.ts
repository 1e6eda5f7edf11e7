import { isObject, localPointer, pointerOf, valueAt, type JsonObject } from '../../json/json-pointer.js';

/** A schema that may speak about a place, with its pointer in the document. */
export interface PlacedSchema {
  readonly schema: JsonObject;
  readonly pointer: string;
  /** False below a branch (`oneOf`, `anyOf`, `then`, `else`): it may not apply. */
  readonly certain: boolean;
}

/** One place that values of a schema can have, with every schema that may speak about it. */
export interface SchemaSpot {
  /** Pointer into the value; items of a list are `*`. */
  readonly place: string;
  readonly name: string | null;
  /** Schemas in document order, references followed. */
  readonly schemas: readonly PlacedSchema[];
  /** Pointer of the place's first schema as written, before references were followed. */
  readonly pointer: string;
  /** True for a member that every value of its object must have. */
  readonly required: boolean;
}

/** References and nested members are followed so far; only a schema that holds itself goes deeper. */
const deepest = 24;

/**
 * Lists every place a schema describes, parents first. Members of maps (`additionalProperties`) have no names and are left
 * out; a schema that holds itself is entered once on each way down.
 */
export function schemaSpots(document: JsonObject, pointer: string): readonly SchemaSpot[] {
  const spots: SchemaSpot[] = [];
  const step = (spot: SchemaSpot, above: ReadonlySet<string>): void => {
    spots.push(spot);
    const key = spot.schemas.map((one) => one.pointer).join(' ');
    if (above.has(key) || above.size > deepest) return;
    const below = new Set(above).add(key);
    for (const child of childrenOf(document, spot)) step(child, below);
  };
  const schemas = expand(document, [{ pointer, certain: true }]);
  step({ place: '', name: null, schemas, pointer, required: true }, new Set());
  return spots;
}

interface Start {
  readonly pointer: string;
  readonly certain: boolean;
}

/** Every schema that speaks about the same value: what is referred to, combined, and possible by branch. */
function expand(document: JsonObject, starts: readonly Start[]): readonly PlacedSchema[] {
  const found = new Map<string, PlacedSchema>();
  const add = ({ pointer, certain }: Start): void => {
    const schema = valueAt(document, pointer);
    if (!isObject(schema) || found.has(pointer)) return;
    found.set(pointer, { schema, pointer, certain });
    const target = typeof schema['$ref'] === 'string' ? localPointer(schema['$ref']) : null;
    if (target !== null) add({ pointer: target, certain });
    for (const [keyword, sure] of [['allOf', true] as const, ['oneOf', false] as const, ['anyOf', false] as const]) {
      const parts: unknown = schema[keyword];
      for (const index of Array.isArray(parts) ? parts.keys() : [])
        add({ pointer: pointer + pointerOf(keyword, index), certain: certain && sure });
    }
    for (const keyword of ['then', 'else'])
      if (isObject(schema[keyword])) add({ pointer: pointer + pointerOf(keyword), certain: false });
  };
  for (const start of starts) add(start);
  return [...found.values()];
}

function childrenOf(document: JsonObject, { place, schemas }: SchemaSpot): readonly SchemaSpot[] {
  const members = new Map<string, Start[]>();
  const items: Start[] = [];
  for (const { schema, pointer, certain } of schemas) {
    const { properties, prefixItems } = schema;
    for (const name of isObject(properties) ? Object.keys(properties) : []) {
      const start = { pointer: pointer + pointerOf('properties', name), certain };
      members.set(name, [...(members.get(name) ?? []), start]);
    }
    if (isObject(schema['items'])) items.push({ pointer: pointer + pointerOf('items'), certain });
    for (const index of Array.isArray(prefixItems) ? prefixItems.keys() : [])
      items.push({ pointer: pointer + pointerOf('prefixItems', index), certain });
  }
  const required = new Set(schemas.flatMap(({ schema, certain }) => (certain ? namesIn(schema['required']) : [])));
  const spot = (name: string | null, starts: readonly Start[]): SchemaSpot[] => {
    const found = expand(document, starts);
    const [first] = starts;
    if (first === undefined || found.length === 0) return [];
    const step = name === null ? '/*' : pointerOf(name);
    const { pointer } = first;
    return [{ place: place + step, name, schemas: found, pointer, required: name !== null && required.has(name) }];
  };
  return [...[...members].flatMap(([name, starts]) => spot(name, starts)), ...spot(null, items)];
}

function namesIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
