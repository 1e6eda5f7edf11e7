import { contractError } from '../../messages/contract-messages.js';
import type { AjvEngine } from './ajv-engine.js';
import { walkDocument } from '../document/document-walk.js';
import { schemaPointers } from './schema-pointers.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';

/** Keywords that say nothing about a value; a body described by these alone is not described. */
const silent = new Set(['title', 'description', 'example', 'examples', 'default', 'deprecated', '$comment']);

/**
 * Proves that nothing in the document's schemas would be ignored without a word: an unknown keyword is CON-107, a body
 * with an empty or missing schema CON-109, a schema that does not compile CON-108.
 */
export function checkSchemas(document: JsonObject, engine: AjvEngine): void {
  walkDocument(document, ({ kind, pointer, value }) => {
    if (kind === 'media-type' && !describes(value['schema'])) throw contractError('CON-109', { pointer });
    if (kind !== 'schema') return;
    for (const keyword of Object.keys(value)) {
      if (!engine.knows(keyword)) throw contractError('CON-107', { keyword, pointer: pointer + pointerOf(keyword) });
    }
  });
  for (const pointer of schemaPointers(document)) engine.compile(pointer);
}

function describes(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  return Object.keys(schema).some((keyword) => !silent.has(keyword) && !keyword.startsWith('x-'));
}
