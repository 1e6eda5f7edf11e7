import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import { localPointer, valueAt } from '../../../json/json-pointer.js';

const documentedMethods = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * Members that show the state of an object, whose other members depend on it. Sources: docs/cardholders-and-compliance,
 * docs/cards, docs/wallets, docs/guide-3ds-otp-setup.
 */
export const stateMembers: ReadonlySet<string> = new Set([
  ...['status', 'cardStatus', 'issuerCardStatus', 'statusText', 'transStatus'],
]);

/**
 * Names of members whose values the contract lists, so that they are words and no data. Left out is what the client chooses
 * itself in the body of a real call: coming back, it tells nothing about the target.
 */
export function knownWords(document: JsonObject): ReadonlySet<string> {
  const listed = new Set<string>();
  collectListed(document, document, listed);
  for (const name of chosenByClient(document)) listed.delete(name);
  return listed;
}

function collectListed(document: JsonObject, node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) collectListed(document, item, found);
  if (!isObject(node)) return;
  for (const [name, schema] of members(node)) if (isListed(resolved(document, schema))) found.add(name);
  for (const child of Object.values(node)) collectListed(document, child, found);
}

function isListed(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  return Array.isArray(schema['enum']) || Object.hasOwn(schema, 'const');
}

function chosenByClient(document: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  const paths = isObject(document['paths']) ? document['paths'] : {};
  for (const [path, item] of Object.entries(paths)) {
    // What a simulation is told says how the target should behave, not what a client's data are.
    if (path.startsWith('/staging/') || !isObject(item)) continue;
    for (const method of documentedMethods) {
      const operation = item[method];
      if (isObject(operation)) collectNames(document, resolved(document, operation['requestBody']), found, new Set());
    }
  }
  return found;
}

function collectNames(document: JsonObject, node: unknown, found: Set<string>, seen: Set<unknown>): void {
  const schema = resolved(document, node);
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return;
  seen.add(schema);
  if (isObject(schema)) for (const [name] of members(schema)) found.add(name);
  for (const child of Object.values(schema)) collectNames(document, child, found, seen);
}

function members(schema: JsonObject): readonly (readonly [string, unknown])[] {
  return isObject(schema['properties']) ? Object.entries(schema['properties']) : [];
}

function resolved(document: JsonObject, node: unknown): unknown {
  let value = node;
  // A chain of references longer than this goes in a circle.
  for (let step = 0; step < 20 && isObject(value) && typeof value['$ref'] === 'string'; step += 1) {
    const pointer = localPointer(value['$ref']);
    if (pointer === null) return undefined;
    value = valueAt(document, pointer);
  }
  return value;
}
