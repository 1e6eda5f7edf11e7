import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { contractError } from '../messages/contract-messages.js';
import { adoptOperations } from './document/adopt-operations.js';
import { applyOverlay } from './document/apply-overlay.js';
import { bundleReferences } from './document/bundle-references.js';
import { checkDocument } from './document/check-document.js';
import { contractOf } from './contract-of.js';
import type { Contract } from './contract.js';
import { toOpenApi31 } from './document/convert-openapi-30.js';
import type { JsonObject } from './document/json-pointer.js';
import { readOverlay } from './document/overlay.js';
import { readDocument, type ReadText } from './document/read-document.js';

/** Where the contract of a run comes from. */
export interface ContractSource {
  readonly contractPath: string;
  readonly overlayPath: string | null;
  /** True for a document from outside (AXYS_CONTRACT): operations take our ids, unmarked parts count as documented. */
  readonly given: boolean;
  /** Reads a file as text; the disk when absent. */
  readonly read?: ReadText;
}

/** File of the contract this project ships, absolute. */
export const ownContractPath = fileURLToPath(new URL('../../../schemas/axys-v2/openapi.yaml', import.meta.url));

/**
 * Loads the contract of a run: reads it, brings in other files, applies the overlay, rewrites 3.0 as 3.1, adopts our
 * operation ids for a given document, and proves it valid. Every problem is a coded error (CON-1xx) with exit 78.
 */
export async function loadContract(source: ContractSource): Promise<Contract> {
  const read = source.read ?? ((path: string) => readFile(path, 'utf8'));
  let document = await readDocument(read, source.contractPath);
  checkVersion(document, source.contractPath);
  document = await bundleReferences(document, source.contractPath, read);
  if (source.overlayPath !== null) document = applyOverlay(document, await readOverlay(read, source.overlayPath));
  document = toOpenApi31(document);
  if (source.given) document = adoptOperations(document, await readDocument(read, ownContractPath));
  await checkDocument(document);
  return contractOf(document);
}

function checkVersion(document: JsonObject, file: string): void {
  const version = typeof document['openapi'] === 'string' ? document['openapi'] : 'nothing that can be read';
  if (!/^3\.[01]\.\d+$/.test(version)) throw contractError('CON-103', { file, version });
}
