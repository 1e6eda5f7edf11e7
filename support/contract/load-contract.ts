import { ownContractPath } from '../config/own-contract-path.js';
import { readText } from '../config/read-text.js';
import { adoptOperations } from './document/adopt-operations.js';
import { checkDocument } from './document/check-document.js';
import { contractOf } from './contract-of.js';
import type { Contract } from './contract.js';
import type { JsonObject } from '../json/json-pointer.js';
import { readOverlay } from './document/overlay.js';
import { readDocument, type ReadText } from './document/read-document.js';
import { readOpenApi } from './document/read-open-api.js';

/** Where the contract of a run comes from. */
export interface ContractSource {
  readonly contractPath: string;
  readonly overlayPath: string | null;
  /** True for a document from outside (AXYS_CONTRACT): operations take our ids, unmarked parts count as documented. */
  readonly given: boolean;
  /** Reads a file as text; the disk when absent. */
  readonly read?: ReadText;
}

/**
 * Loads the contract of a run: reads it, brings in other files, applies the overlay, rewrites 3.0 as 3.1, adopts our
 * operation ids for a given document, and proves it valid. Every problem is a coded error (CON-1xx) with exit 78.
 */
export async function loadContract(source: ContractSource): Promise<Contract> {
  const read = source.read ?? readText;
  const { contractPath, overlayPath } = source;
  let document = await readOpenApi(contractPath, read, async (given) =>
    overlayPath === null ? given : await overlaid(given, read, overlayPath),
  );
  if (source.given) document = adoptOperations(document, await readDocument(read, ownContractPath));
  await checkDocument(document);
  return contractOf(document);
}

/** Few runs have an overlay, and nothing else needs to find places by JSONPath. */
async function overlaid(document: JsonObject, read: ReadText, overlayPath: string): Promise<JsonObject> {
  const { applyOverlay } = await import('./document/apply-overlay.js');
  return applyOverlay(document, await readOverlay(read, overlayPath));
}
