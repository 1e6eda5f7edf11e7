import type { ErrorObject } from 'ajv';
import { withoutCardNumbers } from '../../card-data/card-number.js';
import { describeValue } from '../../card-data/describe-value.js';
import { isObject, pointerOf, segmentsOf, type JsonObject } from '../../json/json-pointer.js';
import { jsonTypeOf } from './json-type.js';
import { expectationOf } from './keyword-expectations.js';
import type { Places, Standing } from '../document/places.js';
import type { Aspect, Problem } from './problem.js';
import type { Spot } from './schema-uses.js';
import { isSecretMember } from '../judge/secret-members.js';
import { weakest } from '../document/weakest-standing.js';

/** What is known around an error. */
export interface ErrorSurroundings {
  readonly places: Places;
  /** Every place of the value with the schemas that apply there, by pointer. */
  readonly spots: ReadonlyMap<string, Spot>;
  readonly operationId: string;
  /** Standing of the response that holds the schema; null for requests. */
  readonly shape: Standing | null;
}

/** Turns an error of ajv into a problem that names its rule in the contract and how well that rule is known. */
export function problemOf(error: ErrorObject, around: ErrorSurroundings): Problem {
  const schema: JsonObject = error.parentSchema ?? {};
  return {
    keyword: error.keyword,
    aspect: aspectOf(error),
    where: withoutCardNumbers(error.instancePath + missing(error)),
    expected: withoutCardNumbers(expectationOf(error.keyword, error.params as JsonObject, error.schema)),
    received: receivedOf(error, around),
    contract: around.places.pointer(schema) + pointerOf(error.keyword),
    standing: error.keyword === 'required' ? presenceStanding(error, around) : ruleStanding(error, around),
    closed: error.keyword === 'enum' && around.places.closedEnum(schema),
  };
}

/** A missing member is reported at its own place, so that two missing members are two causes. */
function missing(error: ErrorObject): string {
  const name: unknown = (error.params as JsonObject)['missingProperty'];
  return typeof name === 'string' ? pointerOf(name) : '';
}

function aspectOf(error: ErrorObject): Aspect {
  if (error.keyword === 'required') return 'presence';
  if (error.keyword === 'type') return 'type';
  const words: unknown = error.schema;
  const wrongType =
    error.keyword === 'enum' &&
    Array.isArray(words) &&
    !words.some((word) => jsonTypeOf(word) === jsonTypeOf(error.data));
  return wrongType ? 'type' : 'value';
}

function receivedOf(error: ErrorObject, around: ErrorSurroundings): string {
  if (error.keyword === 'required') return 'no such member';
  return describeValue(error.data, !isSecretPlace(error.instancePath, around));
}

function isSecretPlace(pointer: string, { spots, operationId }: ErrorSurroundings): boolean {
  const segments = segmentsOf(pointer);
  return segments.some((name, index) => {
    const spot = spots.get(pointerOf(...segments.slice(0, index + 1)));
    const writeOnly = spot?.uses.some((use) => use.schema['writeOnly'] === true) ?? false;
    return writeOnly || isSecretMember(operationId, name);
  });
}

/** A rule reached through a reference is known no better than the reference says. */
function ruleStanding(error: ErrorObject, { places, spots }: ErrorSurroundings): Standing {
  const schema: JsonObject = error.parentSchema ?? {};
  const rule = places.ruleStanding(schema, error.keyword);
  const uses = spots.get(error.instancePath)?.uses ?? [];
  const via = uses.find((use) => use.schema === schema)?.via ?? [];
  return via
    .filter((reference) => places.marked(reference))
    .map(places.standing)
    .reduce(weakest, rule);
}

/** That a member is there is known as well as the member itself, unless x-rules says otherwise. */
function presenceStanding(error: ErrorObject, { places, spots, shape }: ErrorSurroundings): Standing {
  const schema: JsonObject = error.parentSchema ?? {};
  const name = String((error.params as JsonObject)['missingProperty']);
  const byRule = places.requiredStanding(schema, name);
  const uses = spots.get(error.instancePath)?.uses ?? [];
  const member = [schema, ...uses.map((use) => use.schema)].map((part) => memberOf(part, name)).find(isObject);
  const own = byRule ?? places.standing(member ?? schema);
  if (shape === null || error.instancePath !== '') return own;
  return weakest(own, { ...shape, questions: [] });
}

function memberOf(schema: JsonObject, name: string): unknown {
  const properties = schema['properties'];
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
