import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileMark } from '../../trace/file-mark.js';
import { chainStart, lineHash } from '../../trace/journal-chain.js';
import { journalFile } from '../../trace/journal-file.js';
import { linesOf } from '../lines-of.js';

/** An event of a journal, with how many lines each stream held by then; null for an event that binds none. */
export interface PlacedEvent {
  readonly event: Readonly<Record<string, unknown>>;
  readonly held: Readonly<Record<string, number>> | null;
}

/** Reads the events of a journal and turns every mark into a count of lines, so that the streams may change afterwards. */
export async function placedEvents(root: string): Promise<PlacedEvent[]> {
  const text = await readFile(join(root, journalFile), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const events = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const ends = new Map<string, readonly number[]>();
  const placed: PlacedEvent[] = [];
  for (const event of events) {
    const marks = event['streams'] as readonly FileMark[] | undefined;
    const held: Record<string, number> = {};
    for (const { file, bytes } of marks ?? []) {
      const known = ends.get(file) ?? (await lineEnds(root, file));
      ends.set(file, known);
      held[file] = known.filter((end) => end <= bytes).length;
    }
    placed.push({ event, held: marks === undefined ? null : held });
  }
  return placed;
}

/** Writes a journal of these events for the run's files as they are now: numbers, chain, marks of streams and plan. */
export async function writeJournalOf(root: string, runId: string, events: readonly PlacedEvent[]): Promise<void> {
  const files = [...new Set(events.flatMap(({ held }) => Object.keys(held ?? {})))].sort();
  const marks = new Map<string, readonly FileMark[]>();
  for (const file of files)
    marks.set(
      file,
      await marksAt(
        root,
        file,
        events.map(({ held }) => held?.[file] ?? 0),
      ),
    );
  const plan = await planMarks(root);
  let previousHash = chainStart(runId);
  let at = '';
  const lines = events.map(({ event, held }, index) => {
    at = at > String(event['at']) ? at : String(event['at']);
    const streams = held === null ? {} : { streams: files.map((file) => marks.get(file)?.[index]) };
    const frozen = event['type'] === 'run-started' ? { plan } : {};
    const line = JSON.stringify({ ...event, n: index + 1, at, previousHash, ...frozen, ...streams });
    previousHash = lineHash(line);
    return line;
  });
  await writeFile(join(root, journalFile), `${lines.join('\n')}\n`);
}

/** The marks of a file after each of these counts of lines (never fewer than before); more lines than there are mean all. */
async function marksAt(root: string, file: string, counts: readonly number[]): Promise<readonly FileMark[]> {
  const hash = createHash('sha256');
  const wanted = [...new Set(counts)].sort((a, b) => a - b);
  const found = new Map<number, FileMark>();
  let bytes = 0;
  let lines = 0;
  const take = () => {
    while (wanted[0] !== undefined && wanted[0] <= lines)
      found.set(wanted.shift() ?? 0, { file, bytes, sha256: hash.copy().digest('hex') });
  };
  take();
  for await (const line of linesOf({ path: file, open: () => createReadStream(join(root, file)) })) {
    hash.update(line.bytes).update('\n');
    [bytes, lines] = [line.end, line.number];
    take();
  }
  const whole = { file, bytes, sha256: hash.digest('hex') };
  return counts.map((count) => found.get(count) ?? whole);
}

async function lineEnds(root: string, file: string): Promise<readonly number[]> {
  const ends: number[] = [];
  for await (const { end } of linesOf({ path: file, open: () => createReadStream(join(root, file)) })) ends.push(end);
  return ends;
}

async function planMarks(root: string): Promise<readonly FileMark[]> {
  const entries = await readdir(join(root, 'plan'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const marks: FileMark[] = [];
  for (const path of paths) {
    const content = await readFile(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    marks.push({ file: path.slice(root.length + 1).replaceAll('\\', '/'), bytes: content.length, sha256 });
  }
  return marks.sort((a, b) => (a.file < b.file ? -1 : 1));
}
