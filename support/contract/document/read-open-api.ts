import { contractError } from '../../messages/contract-messages.js';
import { bundleReferences } from './bundle-references.js';
import { toOpenApi31 } from './convert-openapi-30.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { readDocument, type ReadText } from './read-document.js';

/**
 * Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, brings in the files it refers to and writes it in 3.1 form. `change` is
 * applied between the two. Whether the result is valid OpenAPI is not looked at here.
 */
export async function readOpenApi(
  file: string,
  read: ReadText,
  change: (document: JsonObject) => Promise<JsonObject> | JsonObject = (document) => document,
): Promise<JsonObject> {
  const document = await readDocument(read, file);
  checkVersion(document, file);
  return toOpenApi31(await change(await bundleReferences(document, file, read)));
}

function checkVersion(document: JsonObject, file: string): void {
  const version = typeof document['openapi'] === 'string' ? document['openapi'] : 'nothing that can be read';
  if (!/^3\.[01]\.\d+$/.test(version)) throw contractError('CON-103', { file, version });
}
