import { parseJson } from '../../evidence/verify/parse-json.js';
import { linesOf } from '../../evidence/lines-of.js';
import type { CheckpointEvent, JournalLine, PlainEvent } from '../../trace/journal-event.js';
import { journalFile } from '../../trace/journal-file.js';
import { lineEvent } from './line-event.js';
import { joinedStreams } from './joined-files.js';
import type { OpenShard } from './shard-within.js';

/** How many bytes a joined stream holds at an event; its digest follows from the stream. */
export interface HeldBytes {
  readonly file: string;
  readonly bytes: number;
}

/** An event of a joined journal before it has its place in the chain. */
export interface JoinedEvent {
  /** ISO 8601, as its shard recorded it. */
  readonly at: string;
  readonly event: PlainEvent | CheckpointEvent;
  /** Null for an event that says nothing of the streams. */
  readonly held: readonly HeldBytes[] | null;
}

/**
 * What the journal of a merged run says behind its first line: the events of each shard behind the one that names it, as the
 * shard's own journal has them but for how a run begins and ends. The last one says how the merged run ended: stopped
 * when one of its shards was.
 */
export async function* joinedEvents(shards: readonly OpenShard[]): AsyncGenerator<JoinedEvent> {
  const before = new Map(joinedStreams.map((file) => [file, 0]));
  const heldNow = (): HeldBytes[] => [...before].map(([file, bytes]) => ({ file, bytes }));
  let [at, stopped] = ['', false];
  for (const { claim, pack, sizes } of shards) {
    const { index: shard, runId, manifestSha256 } = claim;
    // One behind, because the last event of a shard is known by nothing following it.
    let waiting: JournalLine | null = null;
    for await (const line of eventsIn(pack)) {
      if (line.type === 'run-started' && waiting === null) {
        yield { at: line.at, event: { type: 'shard-joined', shard, runId, manifestSha256 }, held: heldNow() };
      } else if (waiting !== null && waiting.type !== 'run-started') yield joined(waiting, before);
      waiting = line;
      at = line.at;
    }
    stopped ||= waiting?.type !== 'ended';
    if (waiting !== null && !isEnd(waiting)) yield joined(waiting, before);
    for (const [file, bytes] of sizes) before.set(file, (before.get(file) ?? 0) + bytes);
  }
  yield { at, event: { type: stopped ? 'stopped' : 'ended' }, held: heldNow() };
}

function isEnd({ type }: JournalLine): boolean {
  return type === 'ended' || type === 'stopped' || type === 'run-started';
}

async function* eventsIn(pack: OpenShard['pack']): AsyncGenerator<JournalLine> {
  const file = pack.file(journalFile);
  if (file === null) return;
  for await (const { bytes, number } of linesOf(file))
    yield parseJson(bytes.toString('utf8'), `${journalFile} line ${number}`) as JournalLine;
}

function joined(line: JournalLine, before: ReadonlyMap<string, number>): JoinedEvent {
  const { at, ...rest } = lineEvent(line);
  if (!('streams' in rest)) return { at, event: rest, held: null };
  const { streams, ...event } = rest;
  const held = streams.map(({ file, bytes }) => ({ file, bytes: (before.get(file) ?? 0) + bytes }));
  return { at, event, held };
}
