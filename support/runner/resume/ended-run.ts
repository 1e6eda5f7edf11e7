import { manifestFiles } from '../../evidence/seal/manifest.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { JournalLine } from '../../trace/journal-event.js';
import { journalFile } from '../../trace/journal-file.js';
import { readLines } from './read-journal.js';

/** True for a run that said that it ended and whose pack is closed; one that died in between is decided anew. */
export async function hasEnded(folder: OpenPack): Promise<boolean> {
  if (folder.file(manifestFiles.json) === null) return false;
  let last: JournalLine['type'] | null = null;
  for await (const { type } of readLines<JournalLine>(folder, journalFile)) last = type;
  return last === 'ended';
}
