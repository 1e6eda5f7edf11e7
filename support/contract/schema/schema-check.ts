import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Json } from '../../trace/exchange.js';
import type { AjvEngine } from './ajv-engine.js';
import { bestBranches, compilePart, errorsOf } from './best-branch.js';
import { valueAt, type JsonObject } from '../../json/json-pointer.js';
import type { Places, Standing } from '../document/places.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { walkUses, type Spot } from './schema-uses.js';

/** A compiled schema of the contract with everything a finding about it needs. */
export interface SchemaCheck {
  /** JSON Pointer of the schema in the contract document. */
  readonly pointer: string;
  readonly schema: JsonObject;
  /** What is wrong with a value; empty when nothing is. */
  problems(value: Json): readonly Problem[];
  /** Visits a value with what the contract says at each place. */
  walk(value: Json, visit: (spot: Spot) => void): void;
}

/** What schema checks are made from: one document, its engine and its places. */
export interface SchemaCheckParts {
  readonly document: JsonObject;
  readonly engine: AjvEngine;
  readonly places: Places;
}

/**
 * Makes the check of the schema at a pointer. `operationId` tells which members are secret there; `shape` is the standing of
 * the response that holds the schema: whether its root members are there is known no better than the response itself.
 */
export function schemaCheck(
  parts: SchemaCheckParts,
  pointer: string,
  operationId: string,
  shape: Standing | null = null,
): SchemaCheck {
  const { document, engine, places } = parts;
  let validate: ValidateFunction | null = null;
  const compile = compilePart(engine.compile, places.pointer);
  const schema = valueAt(document, pointer) as JsonObject;
  const walk = (value: Json, visit: (spot: Spot) => void): void => walkUses(document, schema, value, visit);
  return {
    pointer,
    schema,
    walk,
    problems: (value) => {
      validate ??= engine.compile(pointer);
      const errors = errorsOf(validate, value);
      if (errors.length === 0) return [];
      const kept = withoutEchoes(bestBranches(errors, document, compile));
      const spots = new Map<string, Spot>();
      walk(value, (spot) => spots.set(spot.pointer, spot));
      return kept.map((error) => problemOf(error, { places, spots, operationId, shape }));
    },
  };
}

/** A wrong type usually breaks the enum too; one cause is said once. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter(
    (error) =>
      error.keyword !== 'enum' ||
      !errors.some((other) => other.keyword === 'type' && other.instancePath === error.instancePath),
  );
}
