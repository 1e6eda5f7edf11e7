import { access } from 'node:fs/promises';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { isRecord } from '../../evidence/verify/json-shape.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { JournalLine } from '../../trace/journal-event.js';
import { journalFile } from '../../trace/journal-file.js';
import { exitCode } from '../../messages/exit-code.js';
import { readLines } from './read-journal.js';
import type { RunRecord } from './run-record.js';

/**
 * True for a run of which nothing is left to do: it said so, and its pack is closed. One that died in between is decided
 * anew. A run whose emulator was part of it has nothing to go on with once it was stopped.
 */
export async function hasEnded(folder: OpenPack, { embedded }: Pick<RunRecord, 'embedded'>): Promise<boolean> {
  // A run that died may have left a torn line, which is no end; a closed pack has none.
  if (!(await isClosed(folder))) return false;
  let last: JournalLine['type'] | null = null;
  for await (const { type } of readLines<JournalLine>(folder, journalFile)) last = type;
  return last === 'ended' || (last === 'stopped' && embedded);
}

/** True for a folder whose pack was closed. The zip comes last; a pack that could not be trusted (exit 4) has none. */
export async function isClosed(folder: OpenPack): Promise<boolean> {
  if (folder.file(manifestFiles.json) === null) return false;
  const zipped = await access(`${folder.place}.zip`).then(
    () => true,
    () => false,
  );
  if (zipped || folder.file('summary.json') === null) return zipped;
  const summary = await jsonOf(folder, 'summary.json');
  return isRecord(summary) && summary['exitCode'] === exitCode.integrity;
}
