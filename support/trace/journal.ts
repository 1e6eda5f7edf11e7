import type { Clock } from '../config/clock.js';
import { openAppendFile, type OpenAppendFile } from './append-file.js';
import type { JournalEvent, JournalLine } from './journal-event.js';
import { openNdjsonStream } from './ndjson-stream.js';

/** Below a run's folder. */
export const journalFile = 'journal/events.ndjson';

/** Everything that happened in a run, in order, one line an event; append-only. */
export interface Journal {
  /** Writes a line. */
  note(event: JournalEvent): Promise<void>;
  /** Writes a line and resolves once it is on the disk (datasync). */
  commit(event: JournalEvent): Promise<void>;
  close(): Promise<void>;
}

/** What a journal is made of. */
export interface JournalOptions {
  /** Absolute path. */
  readonly file: string;
  readonly clock: Clock;
  /** Number of the last line that is there already; 0 for a new run. */
  readonly last: number;
  /** The machine's files when not given. */
  readonly open?: OpenAppendFile;
}

/** Opens the journal of a run for appending. Throws TRC-101 when it cannot; writing rejects with TRC-102. */
export async function openJournal({ file, clock, last, open }: JournalOptions): Promise<Journal> {
  const stream = await openNdjsonStream(file, open ?? openAppendFile);
  let n = last;
  const lineOf = (event: JournalEvent): JournalLine => ({
    n: (n += 1),
    at: new Date(clock.now()).toISOString(),
    ...event,
  });
  return {
    note: (event) => stream.write([lineOf(event)]),
    commit: async (event) => {
      await stream.write([lineOf(event)]);
      await stream.flush();
    },
    close: () => stream.close(),
  };
}
