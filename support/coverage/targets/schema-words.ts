import { pointerOf } from '../../json/json-pointer.js';
import { typesOf } from '../../contract/schema/json-type.js';
import type { Json } from '../../trace/exchange.js';
import type { SchemaSpot } from './schema-spots.js';

/** A value a schema lists, with the place of the list in the document. */
export interface ListedValue {
  readonly value: Json;
  readonly pointer: string;
}

/** True where null is a legal value of a place. */
export function isNullable({ schemas }: SchemaSpot): boolean {
  return schemas.some(
    ({ schema }) =>
      typesOf(schema).includes('null') || listed(schema['enum']).includes(null) || schema['const'] === null,
  );
}

/** True where a schema of the place carries a mark such as `writeOnly`. */
export function isMarked({ schemas }: SchemaSpot, mark: 'writeOnly' | 'readOnly'): boolean {
  return schemas.some(({ schema }) => schema[mark] === true);
}

/** The values a place can take where the contract lists them: enumerations, constants, both booleans. Null is told apart. */
export function listedValues({ schemas }: SchemaSpot): readonly ListedValue[] {
  const found = new Map<string, ListedValue>();
  const add = (value: unknown, pointer: string): void => {
    const key = JSON.stringify(value);
    if (value !== null && !found.has(key)) found.set(key, { value: value as Json, pointer });
  };
  for (const { schema, pointer } of schemas) {
    for (const value of listed(schema['enum'])) add(value, pointer + pointerOf('enum'));
    if (schema['const'] !== undefined) add(schema['const'], pointer + pointerOf('const'));
  }
  if (found.size > 0) return [...found.values()];
  const truth = schemas.find(({ schema }) => typesOf(schema).includes('boolean'));
  if (truth !== undefined) for (const value of [true, false]) add(value, truth.pointer + pointerOf('type'));
  return [...found.values()];
}

function listed(words: unknown): readonly unknown[] {
  return Array.isArray(words) ? (words as readonly unknown[]) : [];
}
