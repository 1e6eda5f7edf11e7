import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import { statementsAt, type Statement } from './statement.js';

/** One documented place of a body. */
export interface Place {
  /** JSON Pointer in the body; empty for its root. */
  readonly pointer: string;
  /** Name of the member; null for the root and for items. */
  readonly name: string | null;
  readonly value: Json;
  /** The object or list around it; null for the root. */
  readonly owner: Place | null;
  /** Everything the contract says about it. */
  readonly statements: readonly Statement[];
}

/** Of a list, the items that are looked at; the ones behind are of the same kinds. */
const itemsSeen = 3;

/** Every documented place of a body, parents first. Members the contract does not describe are left out. */
export function* placesOf(document: JsonObject, schemaPointer: string, value: Json): Generator<Place> {
  const statements = statementsAt(document, schemaPointer, value);
  yield* below(document, { pointer: '', name: null, value, owner: null, statements });
}

function* below(document: JsonObject, place: Place): Generator<Place> {
  yield place;
  for (const { name, step, value, schemas } of childrenOf(place)) {
    if (schemas.length === 0) continue;
    const statements = schemas.flatMap((pointer) => statementsAt(document, pointer, value));
    yield* below(document, { pointer: place.pointer + pointerOf(step), name, value, owner: place, statements });
  }
}

interface Child {
  readonly name: string | null;
  readonly step: string | number;
  readonly value: Json;
  readonly schemas: readonly string[];
}

function childrenOf({ value, statements }: Place): readonly Child[] {
  if (Array.isArray(value)) {
    const schemas = statements
      .filter(({ schema }) => isObject(schema['items']))
      .map(({ pointer }) => `${pointer}/items`);
    return (value as readonly Json[])
      .slice(0, itemsSeen)
      .map((item, step) => ({ name: null, step, value: item, schemas }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value as Readonly<Record<string, Json>>).map(([name, member]) => ({
    name,
    step: name,
    value: member,
    schemas: statements
      .filter((statement) => describes(statement, name))
      .map(({ pointer }) => pointer + pointerOf('properties', name)),
  }));
}

/** True when a statement describes a member of the name, whether it is there or not. */
export function describes({ schema }: Statement, name: string): boolean {
  const properties = schema['properties'];
  return isObject(properties) && Object.hasOwn(properties, name);
}
