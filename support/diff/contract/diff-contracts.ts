import { compareContracts, located } from './compare-contracts.js';
import type { ContractChange } from './contract-change.js';
import type { ContractVersion } from './load-version.js';

/** Two versions of a contract and everything that differs between them, the worst first. */
export interface ContractDiff {
  readonly old: { readonly file: string; readonly version: string };
  readonly new: { readonly file: string; readonly version: string };
  readonly changes: readonly ContractChange[];
}

/** Compares two loaded versions of a contract; rejects with CON-104 when one turns out not to be valid. */
export async function diffContracts(old: ContractVersion, next: ContractVersion): Promise<ContractDiff> {
  const changes = await comparedWhileProved(old, next);
  const locate = {
    old: await old.locate(changes.map(({ oldAt }) => oldAt)),
    new: await next.locate(changes.map(({ newAt }) => newAt)),
  };
  return {
    old: { file: old.file, version: versionOf(old.document) },
    new: { file: next.file, version: versionOf(next.document) },
    changes: changes.map((change) => located(change, locate)),
  };
}

async function comparedWhileProved(old: ContractVersion, next: ContractVersion) {
  try {
    return compareContracts(old.document, next.document);
  } finally {
    // Where a document is not valid, that is what there is to say, whatever comparing it came to.
    await Promise.all([old.proved, next.proved]);
  }
}

function versionOf(document: Readonly<Record<string, unknown>>): string {
  const info = document['info'] as { readonly version?: unknown } | undefined;
  return typeof info?.version === 'string' ? info.version : 'unnumbered';
}
