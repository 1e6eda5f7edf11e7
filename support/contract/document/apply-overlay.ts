import { exec, type JsonValue } from 'jsonpath-rfc9535';
import { contractError } from '../../messages/contract-messages.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { MergeProblem, mergeJson } from './merge-json.js';
import type { Overlay, OverlayAction } from './overlay.js';
import { reasonOf } from './read-document.js';

/** A place in the document, as the steps that lead to it. */
type Place = readonly (string | number)[];

/**
 * Applies the actions of an overlay in order, each on the result of the one before. A target that matches nothing is
 * CON-122, one that cannot be changed as asked CON-123, a bad JSONPath CON-121. The input is not changed.
 */
export function applyOverlay(document: JsonObject, overlay: Overlay): JsonObject {
  let result = structuredClone(document);
  for (const [index, action] of overlay.actions.entries()) {
    const places = placesOf(result, action, index, overlay.file);
    if (places.length === 0) {
      throw contractError('CON-122', { file: overlay.file, index, target: action.target });
    }
    const change = action.remove ? removeAt : updateWith(action.update);
    for (const place of places) {
      try {
        result = change(result, place);
      } catch (cause) {
        const within = cause instanceof MergeProblem ? cause.pointer : '';
        const pointer = pointerOf(...place) + within;
        throw contractError('CON-123', { file: overlay.file, index, pointer, problem: reasonOf(cause) }, cause);
      }
    }
  }
  return result;
}

function placesOf(document: JsonObject, action: OverlayAction, index: number, file: string): readonly Place[] {
  const places: Place[] = [];
  try {
    // The steps are copied: the library goes on using its own array. Deepest and last first, so that a removal never
    // moves a place still to come.
    exec(document as JsonValue, action.target, (_value, place) => places.unshift([...place]));
  } catch (cause) {
    const pointer = pointerOf('actions', index, 'target');
    throw contractError('CON-121', { file, pointer, expected: `a JSONPath (${reasonOf(cause)})` }, cause);
  }
  return places;
}

function removeAt(document: JsonObject, place: Place): JsonObject {
  const last = place.at(-1);
  if (last === undefined) throw new Error('the whole document cannot be removed');
  const holder = holderOf(document, place);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return document;
}

function updateWith(update: unknown): (document: JsonObject, place: Place) => JsonObject {
  return (document, place) => {
    const last = place.at(-1);
    if (last === undefined) return mergeJson(document, update) as JsonObject;
    const holder = holderOf(document, place) as Record<string | number, unknown>;
    const value = holder[last];
    if (Array.isArray(value)) holder[last] = [...(value as unknown[]), structuredClone(update)];
    else if (isObject(value)) holder[last] = mergeJson(value, update);
    else throw new Error('the target is a plain value; target the object that holds it');
    return document;
  };
}

function holderOf(document: JsonObject, place: Place): object {
  let holder: unknown = document;
  for (const step of place.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[step];
  if (typeof holder !== 'object' || holder === null) throw new Error('the target was removed by the same action');
  return holder;
}
