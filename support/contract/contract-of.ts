import type { OpenAPIV3_1 } from 'openapi-types';
import { contractDigest } from './contract-digest.js';
import type { Contract } from './contract.js';
import { isObject, type JsonObject } from '../json/json-pointer.js';
import { indexOperations } from './document/operation-index.js';
import { placesOf } from './document/places.js';

/** Derives everything from a 3.1 document that is known to be valid. Throws CON-110..113 for unusable operations. */
export function contractOf(document: JsonObject): Contract {
  const { operations, match } = indexOperations(document, placesOf(document));
  const info = document['info'];
  return {
    document: document as unknown as OpenAPIV3_1.Document,
    sha256: contractDigest(document),
    version: isObject(info) ? String(info['version']) : '',
    operations,
    match,
  };
}
