import type { PackFile } from '../pack-files.js';
import { digested, isListed, type ManifestEntry } from './manifest.js';
import { zipWriter } from './zip-writer.js';

/**
 * A pack that is being sealed: its files are hashed and packed by whoever reads them, so that each is read once and what was
 * scanned is what is sealed.
 */
export interface PackDraft {
  /** The file, to be read instead of itself: what passes is hashed and packed. */
  reading(file: PackFile): PackFile;
  /** What the manifest lists of the files that were read to their end, by path. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  /** Packs the files that nobody has read yet, and completes the zip. Throws EVD-101. */
  finish(files: readonly PackFile[]): Promise<void>;
  /** Leaves nothing of the zip. */
  discard(): Promise<void>;
}

/** Begins to seal the pack whose zip is to lie at `zip`, in a folder of the name of its run. */
export function packDraft(zip: string, runId: string): PackDraft {
  const entries = new Map<string, ManifestEntry>();
  const packed = new Set<string>();
  const writer = zipWriter(zip, runId);
  const reading = (file: PackFile): PackFile => ({
    path: file.path,
    open: () => {
      packed.add(file.path);
      const chunks = writer.pack(file.path, file.open());
      return isListed(file.path) ? digested(file.path, chunks, (entry) => entries.set(file.path, entry)) : chunks;
    },
  });
  return {
    entries,
    reading,
    finish: async (files) => {
      for (const file of files) if (!packed.has(file.path)) await readToEnd(reading(file));
      await writer.finish();
    },
    discard: () => writer.discard(),
  };
}

/** Reads a file for the sake of what its reading does. */
export async function readToEnd(file: PackFile): Promise<void> {
  const chunks = file.open()[Symbol.asyncIterator]();
  while ((await chunks.next()).done !== true) continue;
}
