import type { ReadText } from '../../contract/document/read-document.js';
import { compareContracts, located } from './compare-contracts.js';
import type { ContractChange } from './contract-change.js';
import { loadVersion } from './load-version.js';

/** Two versions of a contract and everything that differs between them, the worst first. */
export interface ContractDiff {
  readonly old: { readonly file: string; readonly version: string };
  readonly new: { readonly file: string; readonly version: string };
  readonly changes: readonly ContractChange[];
}

/** Reads two contract files and compares them. Every problem with a file is a coded error (CON-1xx) with exit 78. */
export async function diffContracts(oldFile: string, newFile: string, read: ReadText): Promise<ContractDiff> {
  const [old, next] = [await loadVersion(oldFile, read), await loadVersion(newFile, read)];
  const changes = compareContracts(old.document, next.document);
  const locate = {
    old: await old.locate(changes.map(({ oldAt }) => oldAt)),
    new: await next.locate(changes.map(({ newAt }) => newAt)),
  };
  return {
    old: { file: oldFile, version: versionOf(old.document) },
    new: { file: newFile, version: versionOf(next.document) },
    changes: changes.map((change) => located(change, locate)),
  };
}

function versionOf(document: Readonly<Record<string, unknown>>): string {
  const info = document['info'] as { readonly version?: unknown } | undefined;
  return typeof info?.version === 'string' ? info.version : 'unnumbered';
}
