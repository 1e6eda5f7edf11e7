import { createHash } from 'node:crypto';
import type { PackFile } from '../pack-files.js';

/** One file of a pack with what proves that it is unaltered. */
export interface ManifestEntry {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** `manifest.json`: the closed list of a pack's files. */
export interface Manifest {
  readonly runId: string;
  /** Sorted by path. */
  readonly files: readonly ManifestEntry[];
}

/** Files that the manifest cannot list: itself, and what is made from it. */
export const manifestFiles = { json: 'manifest.json', lines: 'manifest.sha256' } as const;

/** Everything below this folder is made after the manifest. */
export const attestationsFolder = 'attestations/';

/** True for a file the manifest lists. */
export function isListed(path: string): boolean {
  const own: readonly string[] = Object.values(manifestFiles);
  return !own.includes(path) && !path.startsWith(attestationsFolder);
}

/** SHA-256 (hex) and size of a file, read once. */
export async function digestOf(file: PackFile): Promise<ManifestEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.open()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path: file.path, sha256: hash.digest('hex'), bytes };
}

/** Passes the chunks of a file on, and says its digest and size when they have come to their end. */
export async function* digested(
  path: string,
  chunks: AsyncIterable<Buffer>,
  done: (entry: ManifestEntry) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  done({ path, sha256: hash.digest('hex'), bytes });
}

/** The manifest of a pack's files; those it cannot list are left out. `known` are files that were hashed before. */
export async function manifestOf(
  runId: string,
  files: readonly PackFile[],
  known: ReadonlyMap<string, ManifestEntry> = new Map(),
): Promise<Manifest> {
  const entries: ManifestEntry[] = [];
  for (const file of files) {
    if (isListed(file.path)) entries.push(known.get(file.path) ?? (await digestOf(file)));
  }
  return { runId, files: entries };
}

/** The manifest as `manifest.json`. */
export function manifestJson(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest as `manifest.sha256`: lines for `sha256sum -c`. */
export function manifestLines({ files }: Manifest): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}
