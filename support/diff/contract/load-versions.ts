import { readFile, stat } from 'node:fs/promises';
import { loadVersionBeside } from './load-version-beside.js';
import { loadVersion, type ContractVersion } from './load-version.js';

/** Files of this size and more are loaded in a thread each, in bytes; for a smaller one starting it takes longer. */
const large = 2 * 1024 * 1024;

/** Two versions of a contract, and what ends everything that loading them began. */
export interface LoadedVersions {
  readonly old: ContractVersion;
  readonly next: ContractVersion;
  close(): Promise<void>;
}

/** Waits for two versions that are being loaded. Where both have a problem, that of the old one is told. */
export async function loadVersions(
  oldLoading: Promise<ContractVersion>,
  newLoading: Promise<ContractVersion>,
): Promise<LoadedVersions> {
  const settled = await Promise.allSettled([oldLoading, newLoading]);
  const loaded = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const close = async () => {
    for (const version of loaded) await version.close?.();
  };
  for (const each of settled) {
    if (each.status === 'fulfilled') continue;
    await close();
    throw each.reason;
  }
  const [old, next] = loaded;
  if (old === undefined || next === undefined) throw new Error('two versions were loaded');
  return { old, next, close };
}

/** Loads a contract file of the disk, a large one in a thread. Every problem is a coded error (CON-1xx) with exit 78. */
export async function loadVersionFile(file: string): Promise<ContractVersion> {
  // A file that is not there is told by whoever reads it.
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  return size < large ? loadVersion(file, (path) => readFile(path, 'utf8')) : loadVersionBeside(file);
}
