import { fileIn } from '../pack-files.js';
import { cardDataScanOf, scanFile, type CardDataScan, type ScannedFile } from '../scan/card-data-scan.js';
import { searchedValues, type SearchedValue } from '../scan/searched-values.js';
import type { ManifestEntry } from './manifest.js';
import { packDraft } from './pack-draft.js';

/** The pack that is read before it is sealed. Plain data: it may be handed to a thread. */
export interface ReadingRequest {
  /** The pack's folder, absolute. */
  readonly root: string;
  /** Where the zip is to lie. */
  readonly zip: string;
  readonly runId: string;
  /** Secrets of the run that the scan looks for by value. In memory only. */
  readonly secrets: readonly SearchedValue[];
}

/** What reading a pack found. */
export interface ReadPack {
  readonly scan: CardDataScan;
  /** What the manifest lists of the files that were read, by path. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
}

/**
 * Reads the files of a pack, each once: what is scanned is hashed and packed as it passes, in the order in which files are
 * handed over.
 */
export interface PackReading {
  /**
   * Reads files that will not change any more, after those asked for before, and none after one that cannot be read. Their paths are
   * relative. Throws EVD-101.
   */
  read(paths: readonly string[]): Promise<void>;
  /** What was found in everything read so far. */
  found(): Promise<ReadPack>;
  /** Packs files that were not scanned, and completes the zip. Throws EVD-101. */
  finish(paths: readonly string[]): Promise<void>;
  /** Leaves nothing of the zip. */
  discard(): Promise<void>;
}

/** Reads in this thread. */
export function packReading({ root, zip, runId, secrets }: ReadingRequest): PackReading {
  const draft = packDraft(zip, runId);
  const known = searchedValues(secrets);
  const scanned: ScannedFile[] = [];
  const scan = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) scanned.push(await scanFile(draft.reading(fileIn(root, path)), { known }));
  };
  let last = Promise.resolve();
  return {
    read: (paths) => (last = last.then(() => scan(paths))),
    found: () => Promise.resolve({ scan: cardDataScanOf(scanned, known), entries: draft.entries }),
    finish: (paths) => draft.finish(paths.map((path) => fileIn(root, path))),
    discard: () => draft.discard(),
  };
}
