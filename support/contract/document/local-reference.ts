import { isObject, localPointer, valueAt, type JsonObject } from '../../json/json-pointer.js';

const resolvedOf = new WeakMap<JsonObject, Map<string, JsonObject | null>>();

/**
 * The object a local reference leads to, or null. Remembered per document, which must not change any more: judging an
 * exchange follows the same few references over and over.
 */
export function referenced(document: JsonObject, reference: unknown): JsonObject | null {
  if (typeof reference !== 'string') return null;
  let known = resolvedOf.get(document);
  if (known === undefined) resolvedOf.set(document, (known = new Map<string, JsonObject | null>()));
  const earlier = known.get(reference);
  if (earlier !== undefined) return earlier;
  const pointer = localPointer(reference);
  const target = pointer === null ? undefined : valueAt(document, pointer);
  const found = isObject(target) ? target : null;
  known.set(reference, found);
  return found;
}
