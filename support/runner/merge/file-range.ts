import type { PackFile } from '../../evidence/pack-files.js';

/** A stretch of a file as a file of its own: what one shard gave to a joined stream. */
export function fileRange(path: string, whole: PackFile, from: number, bytes: number): PackFile {
  return {
    path,
    async *open() {
      let [skip, left] = [from, bytes];
      for await (const chunk of whole.open()) {
        const part = chunk.subarray(Math.min(skip, chunk.length)).subarray(0, left);
        skip -= Math.min(skip, chunk.length);
        left -= part.length;
        if (part.length > 0) yield part;
        if (left === 0) return;
      }
    },
  };
}
