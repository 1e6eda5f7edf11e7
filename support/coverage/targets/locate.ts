import { isObject, localPointer, valueAt, type JsonObject } from '../../json/json-pointer.js';
import type { Located } from './operation-shape.js';

/** More references after one another than any document has. */
const mostHops = 32;

/** The object at a pointer, references followed. A contract is checked for dangling ones before; this one throws. */
export function locate(document: JsonObject, pointer: string): Located {
  let place = pointer;
  for (let hops = 0; hops < mostHops; hops += 1) {
    const value = valueAt(document, place);
    if (!isObject(value)) break;
    const target = typeof value['$ref'] === 'string' ? localPointer(value['$ref']) : null;
    if (target === null) return { value, pointer: place };
    place = target;
  }
  throw new Error(`the contract has no object at ${pointer}`);
}
