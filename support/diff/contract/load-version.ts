import { checkDocument } from '../../contract/document/check-document.js';
import type { JsonObject } from '../../json/json-pointer.js';
import type { ReadText } from '../../contract/document/read-document.js';
import { readOpenApi } from '../../contract/document/read-open-api.js';
import { locateIn, type Locate } from './source/locator.js';
import { positionsIn } from './source/positions-in.js';

/** One version of a contract, ready to be compared. */
export interface ContractVersion {
  readonly file: string;
  /** In OpenAPI 3.1 form, every reference local. */
  readonly document: JsonObject;
  /** Finds the places of these pointers in the file. */
  locate(pointers: Iterable<string>): Promise<Locate>;
  /**
   * Resolves when the document is proved valid, where that is still under way: what is found in it before may be nonsense. Rejects
   * with CON-104.
   */
  readonly proved?: Promise<void>;
  /** Ends what loading it began; not there when there is nothing to end. */
  close?(): Promise<void>;
}

/**
 * Loads a version of a contract: OpenAPI 3.0 or 3.1, YAML or JSON. It keeps its own operation ids, unlike the contract of a
 * run. Every problem is a coded error (CON-1xx) with exit 78.
 */
export async function loadVersion(file: string, read: ReadText): Promise<ContractVersion> {
  const document = await readOpenApi(file, read);
  await checkDocument(document);
  return { file, document, locate: async (pointers) => locateIn(await positionsIn(await read(file), pointers)) };
}
