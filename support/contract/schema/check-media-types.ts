import { contractError } from '../../messages/contract-messages.js';
import { documentKinds } from '../document/document-kinds.js';
import { walkDocument } from '../document/document-walk.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { mediaTypeOf } from '../operation/media-type.js';

/**
 * Proves that every documented body is found by the Content-Type it comes under, whose parameters decide nothing: a key that is
 * no media type is CON-114, two keys that differ in parameters or case alone are CON-115.
 */
export function checkMediaTypes(document: JsonObject): void {
  walkDocument(document, ({ kind, pointer, value }) => {
    const holds = documentKinds[kind]['content'] !== undefined;
    if (holds && isObject(value['content'])) checkKeys(Object.keys(value['content']), pointer + pointerOf('content'));
  });
}

function checkKeys(keys: readonly string[], pointer: string): void {
  const seen = new Map<string, string>();
  for (const key of keys) {
    const essence = mediaTypeOf(key);
    if (essence === null) throw contractError('CON-114', { key: JSON.stringify(key), pointer });
    const first = seen.get(essence);
    if (first !== undefined) throw contractError('CON-115', { essence, first, second: key, pointer });
    seen.set(essence, key);
  }
}
