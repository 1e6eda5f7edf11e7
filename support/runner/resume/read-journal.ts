import { walkJournal } from '../../evidence/journal/walk-journal.js';
import { linesOf } from '../../evidence/lines-of.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeConfigurationMessages, resumeIntegrityMessages } from '../../messages/resume-messages.js';
import type { JournalHead } from '../../trace/journal-chain.js';
import type { JournalLine } from '../../trace/journal-event.js';
import { chainStart } from '../../trace/journal-chain.js';
import { journalFile } from '../../trace/journal-file.js';

const cannot = errorsOf(resumeConfigurationMessages, 'configuration');
const altered = errorsOf(resumeIntegrityMessages, 'integrity');

/** Reads lines of NDJSON one at a time; of a file that is not there, none. RES-202 (78) for a line that is no JSON object. */
export async function* readLines<T>(folder: OpenPack, path: string): AsyncGenerator<T> {
  const file = folder.file(path);
  if (file === null) return;
  for await (const { number, bytes } of linesOf(file)) yield objectOf(bytes.toString('utf8'), path, number) as T;
}

function objectOf(text: string, file: string, line: number): unknown {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below, like every other line that is no object.
  }
  if (typeof value === 'object' && value !== null) return value;
  throw cannot('RES-202', { file, problem: `line ${String(line)} is no JSON object` });
}

/** The journal of a stopped run. */
export interface ReadJournal {
  readonly events: readonly JournalLine[];
  readonly head: JournalHead;
}

/**
 * The journal of a stopped run, once its chain and everything it binds holds: RES-301 (4) names what was changed since. A run
 * that died before its first line has an empty one.
 */
export async function readJournal(folder: OpenPack, runId: string): Promise<ReadJournal> {
  const empty = { events: [], head: { lines: 0, sha256: chainStart(runId) } };
  if (await isEmpty(folder)) return empty;
  const { head, against } = await walkJournal(folder, { runId, signed: null }, 'unfinished');
  const [first] = against;
  if (first !== undefined) throw altered('RES-301', { run: runId, where: first.where, problem: first.problem });
  const events: JournalLine[] = [];
  for await (const line of readLines<JournalLine>(folder, journalFile)) events.push(line);
  return { events, head: head ?? empty.head };
}

async function isEmpty(folder: OpenPack): Promise<boolean> {
  for await (const line of readLines<JournalLine>(folder, journalFile)) if (line.n > 0) return false;
  return true;
}
