import { contractError } from '../../messages/contract-messages.js';
import { walkDocument } from './document-walk.js';
import { isObject, localPointer, valueAt, type JsonObject } from '../../json/json-pointer.js';
import { isProvenDocument } from './proven-document.js';
import { reasonOf } from './read-document.js';

/**
 * Proves that a document is valid OpenAPI 3.1 and that every reference leads somewhere. Dangling is CON-105, anything
 * else against the specification CON-104.
 */
export async function checkDocument(document: JsonObject): Promise<void> {
  checkReferences(document);
  // The specification's own schema takes longer than all our checks, so what the package ships is held against it at build.
  if (isProvenDocument(document)) return;
  // A copy: the validator resolves references inside the object it is given.
  await checkSpecification(structuredClone(document));
}

/** Holds a document against the OpenAPI specification, and leaves references resolved in it. CON-104. */
export async function checkSpecification(document: JsonObject): Promise<void> {
  const { compileErrors, validate } = await import('@readme/openapi-parser');
  let result: Awaited<ReturnType<typeof validate>>;
  try {
    result = await validate(document as unknown as Parameters<typeof validate>[0], {
      resolve: { external: false },
    });
  } catch (cause) {
    throw contractError('CON-104', { problem: reasonOf(cause) }, cause);
  }
  if (!result.valid) throw contractError('CON-104', { problem: compileErrors(result) });
}

/** Proves that every reference leads to an object of the document. CON-105. */
export function checkReferences(document: JsonObject): void {
  walkDocument(document, ({ value, pointer }) => {
    const reference = value['$ref'];
    if (reference === undefined) return;
    const target = typeof reference === 'string' ? localPointer(reference) : null;
    if (target === null || !isObject(valueAt(document, target))) {
      throw contractError('CON-105', { reference: JSON.stringify(reference), pointer });
    }
  });
}
