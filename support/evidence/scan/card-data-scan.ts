import { posix } from 'node:path';
import { byPath, type PackFile } from '../pack-files.js';
import { scanRules } from './scan-rules.js';
import { scanStream, type StreamScanOptions } from './scan-stream.js';
import type { SearchedValues } from './searched-values.js';

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

/** What one file held. Never a value. */
export interface ScannedFile {
  readonly path: string;
  readonly bytes: number;
  /** True when the path itself holds something. */
  readonly nameWithheld: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** The first hits, enough for a whole list. */
  readonly hits: readonly Omit<ScanHit, 'file'>[];
}

/** Scans a file and its path for card data and secrets. */
export async function scanFile(file: PackFile, options: StreamScanOptions): Promise<ScannedFile> {
  const inPath = (await scanStream(only(file.path), options)).hits.map((hit) => ({ ...hit, offset: null }));
  const inside = await scanStream(file.open(), options);
  const all = [...inPath, ...inside.hits];
  const counts: Record<string, number> = {};
  for (const { rule } of all) counts[rule] = (counts[rule] ?? 0) + 1;
  const hits = all.slice(0, longestList).map(({ rule, offset, layer }) => ({ rule, offset, layer }));
  return { path: file.path, bytes: inside.bytes, nameWithheld: inPath.length > 0, counts, hits };
}

/** What was found in all files of a pack, in whichever order they were scanned. */
export function cardDataScanOf(scanned: readonly ScannedFile[], known: SearchedValues): CardDataScan {
  const counts = new Map<string, number>();
  const hits: ScanHit[] = [];
  const ordered = [...scanned].sort(byPath);
  for (const [number, { path, nameWithheld, ...found }] of ordered.entries()) {
    const file = nameWithheld ? `file ${number + 1} of ${ordered.length} by name (name withheld)` : path;
    for (const { rule, offset, layer } of found.hits) {
      if (hits.length < longestList) hits.push({ rule, file, offset, layer });
    }
    for (const [rule, count] of Object.entries(found.counts)) counts.set(rule, (counts.get(rule) ?? 0) + count);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { counts: searched } = known;
  return {
    outcome: total === 0 ? 'clean' : 'hit',
    files: ordered.length,
    bytes: ordered.reduce((sum, { bytes }) => sum + bytes, 0),
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

/** Scans files and their paths for card data and secrets, one after another. */
export async function scanForCardData(files: readonly PackFile[], options: StreamScanOptions): Promise<CardDataScan> {
  const scanned: ScannedFile[] = [];
  for (const file of files) scanned.push(await scanFile(file, options));
  return cardDataScanOf(scanned, options.known);
}

/** The path as a file system shows it; base names too, so that a folder's slash hides nothing. */
async function* only(path: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(`${path}\n${posix.basename(path)}\n`, 'utf8'));
}
