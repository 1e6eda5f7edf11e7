import { readFile } from 'node:fs/promises';
import { ownContractPath } from '../../config/own-contract-path.js';
import { adoptOperations } from '../../contract/document/adopt-operations.js';
import { readDocument } from '../../contract/document/read-document.js';
import type { ContractVersion } from '../contract/load-version.js';

/**
 * A document as a run would take it from AXYS_CONTRACT, to be compared with the contract of a pack, which a run took so: its own
 * operation ids would otherwise differ from all of those in the pack. Marks that only the taking adds are left out where the
 * contract of the pack lacks them, being the harness's own.
 */
export async function asARunTakesIt(version: ContractVersion, inPack: ContractVersion): Promise<ContractVersion> {
  const own = await readDocument((path) => readFile(path, 'utf8'), ownContractPath);
  const { 'x-provenance': mark, ...document } = adoptOperations(version.document, own);
  const marked = Object.hasOwn(inPack.document, 'x-provenance') || Object.hasOwn(version.document, 'x-provenance');
  return { ...version, document: marked ? { 'x-provenance': mark, ...document } : document };
}
