import { layersOf } from './layers-of.js';
import { scanRules, type ScanRule } from './scan-rules.js';
import { ScanWindow } from './scan-window.js';
import type { SearchedValues } from './searched-values.js';

/** One place where a rule found something; never the value. */
export interface StreamHit {
  readonly rule: string;
  /** In bytes from the start; of an encoded stretch, where it begins or where the value stands in it. */
  readonly offset: number;
  /** Encodings it was found under, such as `raw>json`. */
  readonly layer: string;
}

/** What a stream held. */
export interface StreamScan {
  readonly bytes: number;
  readonly hits: readonly StreamHit[];
}

/** How a stream is scanned. */
export interface StreamScanOptions {
  readonly known: SearchedValues;
  /**
   * Bytes that every two windows share. Anything shorter than this is seen whole once; the longest secret is a private
   * key, encoded twice.
   */
  readonly overlap?: number;
  readonly rules?: readonly ScanRule[];
}

const defaultOverlap = 64 * 1024;

/** A window is this many overlaps long, so that little is looked at twice. */
const overlapsInWindow = 12;

/**
 * Scans bytes as they come, in windows that overlap, so that memory does not grow with the file and nothing hides at the
 * border of two chunks. Each place counts once a rule.
 */
export async function scanStream(chunks: AsyncIterable<Buffer>, options: StreamScanOptions): Promise<StreamScan> {
  const overlap = options.overlap ?? defaultOverlap;
  const rules = options.rules ?? scanRules;
  const hits = new Map<string, StreamHit>();
  const window = new ScanWindow();
  let bytes = 0;
  const look = (last: boolean): void => {
    const from = bytes - window.size;
    const edges = { first: from === 0, last };
    for (const hit of hitsIn(window.text(), edges, rules, options.known)) {
      const placed = { ...hit, offset: from + hit.offset };
      const key = `${placed.rule} ${placed.offset}`;
      if (!hits.has(key)) hits.set(key, placed);
    }
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    window.add(chunk);
    // Small chunks are gathered first: a window is worth looking at once it holds something new of its own.
    if (window.size < overlapsInWindow * overlap) continue;
    look(false);
    window.keepLast(overlap);
  }
  look(true);
  return { bytes, hits: [...hits.values()].sort((a, b) => a.offset - b.offset) };
}

/** True where a window begins or ends with its stream. */
interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

function* hitsIn(text: string, edges: Edges, rules: readonly ScanRule[], known: SearchedValues): Generator<StreamHit> {
  for (const layer of layersOf(text)) {
    for (const rule of rules) {
      for (const { index, length } of rule.find(layer.text, known)) {
        const offset = layer.at(index);
        // What touches the edge of a window may go on beyond it: the window before or after shows it whole.
        const cutBefore = !edges.first && offset === 0;
        const cutAfter = !edges.last && !layer.name.includes('base64') && index + length === layer.text.length;
        if (!cutBefore && !cutAfter) yield { rule: rule.id, offset, layer: layer.name };
      }
    }
  }
}
