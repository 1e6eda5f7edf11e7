import type { Json } from '../../trace/exchange.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';
import { jsonTypeOf, typesOf } from './json-type.js';
import { referenced } from '../document/local-reference.js';

/**
 * The branches of a oneOf or anyOf that a value may be meant for: its type fits, and no member contradicts a constant or
 * enum of the branch. When none fits, all of them: then nothing is known about what was meant.
 */
export function plausibleBranches(
  document: JsonObject,
  branches: readonly unknown[],
  value: Json,
): readonly JsonObject[] {
  const schemas = branches.filter(isObject);
  const fitting = schemas.filter((branch) => fits(document, branch, value));
  return fitting.length === 0 ? schemas : fitting;
}

function fits(document: JsonObject, branch: JsonObject, value: Json): boolean {
  const schema = resolved(document, branch);
  if (!typeFits(schema, value)) return false;
  const properties = schema['properties'];
  if (!isObject(properties) || !isObject(value)) return true;
  return Object.entries(properties).every(([name, part]) => {
    if (!isObject(part) || !Object.hasOwn(value, name)) return true;
    const member = resolved(document, part);
    const constant = member['const'];
    if (constant !== undefined) return constant === value[name];
    const words = member['enum'];
    return Array.isArray(words) ? words.includes(value[name]) : true;
  });
}

function typeFits(schema: JsonObject, value: Json): boolean {
  const types = typesOf(schema);
  const actual = jsonTypeOf(value);
  return types.length === 0 || types.includes(actual) || (actual === 'integer' && types.includes('number'));
}

function resolved(document: JsonObject, schema: JsonObject): JsonObject {
  let current = schema;
  for (let hops = 0; hops < 32; hops += 1) {
    const target = referenced(document, current['$ref']);
    if (target === null) return current;
    current = target;
  }
  return current;
}
