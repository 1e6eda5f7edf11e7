import type { JsonObject } from '../../json/json-pointer.js';
import { pointerOf } from '../../json/json-pointer.js';
import { walkDocument } from '../document/document-walk.js';

/**
 * JSON Pointers of all schemas of a document that are compiled on their own: what values are judged by, and the branches of a oneOf
 * or anyOf, so that the one that came closest can be named.
 */
export function schemaPointers(document: JsonObject): readonly string[] {
  const pointers: string[] = [];
  walkDocument(document, ({ kind, pointer, parent, value }) => {
    if (kind !== 'schema') return;
    if (parent?.kind !== 'schema') pointers.push(pointer);
    for (const keyword of ['oneOf', 'anyOf']) {
      const branches = value[keyword];
      for (const index of Array.isArray(branches) ? branches.keys() : [])
        pointers.push(pointer + pointerOf(keyword, index));
    }
  });
  return pointers;
}
