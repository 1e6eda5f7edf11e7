import { chainStart, lineHash, type JournalHead } from '../../trace/journal-chain.js';
import { linesOf } from '../lines-of.js';
import type { PackFile } from '../pack-files.js';

/** Where a journal ends, whatever its lines say. */
export async function journalHead(journal: PackFile, runId: string): Promise<JournalHead> {
  let head: JournalHead = { lines: 0, sha256: chainStart(runId) };
  for await (const { number, bytes } of linesOf(journal)) head = { lines: number, sha256: lineHash(bytes) };
  return head;
}
