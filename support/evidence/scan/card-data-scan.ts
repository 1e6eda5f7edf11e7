import { posix } from 'node:path';
import { byPath, type PackFile } from '../pack-files.js';
import { scanRules } from './scan-rules.js';
import { scanStream, type StreamScanOptions } from './scan-stream.js';

/** One place where something was found. It names the place, never the value. */
export interface ScanHit {
  readonly rule: string;
  /** Path of the file; a path that itself holds what was found is given by its number in the sorted list instead. */
  readonly file: string;
  /** In bytes; null for a hit in the path. */
  readonly offset: number | null;
  readonly layer: string;
}

/** `card-data-scan.json`: what was looked for, where, and what was found. */
export interface CardDataScan {
  readonly outcome: 'clean' | 'hit';
  readonly files: number;
  readonly bytes: number;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly applied: boolean;
    readonly hits: number;
  }[];
  /** How many secrets of the run were looked for by value, by kind; empty when only patterns were looked for. */
  readonly searched: Readonly<Record<string, number>>;
  readonly hits: readonly ScanHit[];
  /** Hits beyond those that are listed. */
  readonly unlisted: number;
}

/** Enough to find the cause; a file full of card data must not fill the memory. */
const longestList = 500;

/** Scans files and their paths for card data and secrets. The files are read one after another, in the order of their paths. */
export async function scanForCardData(files: readonly PackFile[], options: StreamScanOptions): Promise<CardDataScan> {
  const counts = new Map<string, number>();
  const hits: ScanHit[] = [];
  let bytes = 0;
  let total = 0;
  const note = (hit: ScanHit): void => {
    total += 1;
    counts.set(hit.rule, (counts.get(hit.rule) ?? 0) + 1);
    if (hits.length < longestList) hits.push(hit);
  };
  const ordered = [...files].sort(byPath);
  for (const [number, listed] of ordered.entries()) {
    const { path } = listed;
    const inPath = await scanStream(only(path), options);
    const file = inPath.hits.length === 0 ? path : `file ${number + 1} of ${ordered.length} by name (name withheld)`;
    for (const { rule, layer } of inPath.hits) note({ rule, file, offset: null, layer });
    const inside = await scanStream(listed.open(), options);
    for (const { rule, offset, layer } of inside.hits) note({ rule, file, offset, layer });
    bytes += inside.bytes;
  }
  const { counts: searched } = options.known;
  return {
    outcome: total === 0 ? 'clean' : 'hit',
    files: ordered.length,
    bytes,
    rules: scanRules.map(({ id, title, needsRun }) => ({
      ...{ id, title },
      applied: !needsRun || Object.keys(searched).length > 0,
      hits: counts.get(id) ?? 0,
    })),
    searched,
    hits,
    unlisted: total - hits.length,
  };
}

/** The path as a file system shows it; base names too, so that a folder's slash hides nothing. */
async function* only(path: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(`${path}\n${posix.basename(path)}\n`, 'utf8'));
}
