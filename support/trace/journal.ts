import { join } from 'node:path';
import type { Clock } from '../config/clock.js';
import { openAppendFile, type OpenAppendFile } from './append-file.js';
import type { BoundStreams } from './bound-streams.js';
import { clockJumps } from './clock-jumps.js';
import { chainStart, lineHash, type JournalHead } from './journal-chain.js';
import type { CheckpointEvent, JournalEvent, JournalLine, PlainEvent } from './journal-event.js';
import { journalFile } from './journal-file.js';
import { openNdjsonStream } from './ndjson-stream.js';
import { steadyTime } from './steady-time.js';

/** Everything that happened in a run, in order, one line an event; append-only, each line bound to the one before. */
export interface Journal {
  /**
   * Writes an event. On a run that can go on after its process died it resolves once everything before it, and then the
   * event itself, is on the disk; otherwise once it is handed over.
   */
  commit(event: PlainEvent): Promise<void>;
  /** Writes an event with what every stream of the run holds by now; resolves as {@link commit} does. */
  checkpoint(event: CheckpointEvent): Promise<void>;
  close(): Promise<void>;
}

/** What a journal is made of. */
export interface JournalOptions {
  /** The run's folder, absolute. */
  readonly folder: string;
  readonly runId: string;
  readonly clock: Clock;
  /** What the machine's clock shows, which may be set while the run is under way. */
  readonly wallTime: () => number;
  /** What the run writes besides. */
  readonly streams: BoundStreams;
  /** Where the journal of the earlier parts of the run ends; null for a new run. */
  readonly last: JournalHead | null;
  /** The machine's files when not given. */
  readonly open?: OpenAppendFile;
}

/** Opens the journal of a run for appending. Throws TRC-101 when it cannot; writing rejects with TRC-102. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, runId, clock, wallTime, streams, last, open = openAppendFile } = options;
  const stream = await openNdjsonStream(join(folder, journalFile), open);
  let head = last ?? { lines: 0, sha256: chainStart(runId) };
  const now = steadyTime(() => clock.now());
  let checkpoints: Promise<unknown> = Promise.resolve();
  const jump = clockJumps(wallTime, () => clock.now());
  const write = async (event: JournalEvent): Promise<void> => {
    const byMs = jump();
    const events: readonly JournalEvent[] = byMs === null ? [event] : [{ type: 'clock-jumped', byMs }, event];
    await Promise.all(events.map(append));
  };
  const append = (event: JournalEvent): Promise<void> => {
    const n = head.lines + 1;
    const line: JournalLine = { n, at: new Date(now()).toISOString(), previousHash: head.sha256, ...event };
    const text = JSON.stringify(line);
    head = { lines: n, sha256: lineHash(text) };
    return stream.writeLine(text);
  };
  return {
    commit: async (event) => {
      await streams.secure();
      await write(event);
      if (streams.resumable) await stream.flush();
    },
    checkpoint: (event) => {
      const done = checkpoints.then(async () => {
        const marks = await streams.marks();
        // Nothing is said to be there that a lost machine could take back.
        const [secured] = await Promise.allSettled([streams.secure()]);
        await write({ ...event, streams: marks });
        if (streams.resumable) await stream.flush();
        if (secured.status === 'rejected') throw secured.reason;
      });
      checkpoints = done.catch(() => undefined);
      return done;
    },
    close: () => stream.close(),
  };
}
