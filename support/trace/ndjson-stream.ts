import type { CodedError } from '../messages/coded-error.js';
import type { AppendFile, OpenAppendFile } from './append-file.js';
import { RunningDigest } from './running-digest.js';
import { traceError } from './trace-error.js';

/** One JSON value per line, in the order of the calls. */
export interface NdjsonStream {
  /** Resolves when the lines are handed to the file; waiting for it is the backpressure. Rejects with TRC-102, TRC-103. */
  write(lines: readonly unknown[]): Promise<void>;
  /** Writes one line that is JSON already. */
  writeLine(json: string): Promise<void>;
  /** Resolves when every line so far is handed to the file. */
  drained(): Promise<void>;
  /** Resolves when every line so far is on the disk (datasync, where there is something new). */
  flush(): Promise<void>;
  /** What the file holds by now, as far as it has taken it. */
  readonly held: RunningDigest;
  /** Takes back every line since the file held this much. */
  takeBack(to: RunningDigest): Promise<void>;
  /** Everything is on the disk afterwards. Safe to call twice. */
  close(): Promise<void>;
}

/** How a stream is opened where it is not alone or not new. */
export interface NdjsonStreamOptions {
  /** Digest of what the file holds already. */
  readonly already?: RunningDigest;
  /** Shared by streams that make one record: a line that one of them could not write ends them all. */
  readonly hole?: Hole;
}

/** The first line that could not be written; null while there is none. */
export interface Hole {
  found: CodedError | null;
}

/**
 * Opens an append-only NDJSON file with one handle. Lines that come while a write is under way are written together by
 * the next one. After a failed write every later call fails too: evidence with a hole is no evidence.
 */
export async function openNdjsonStream(
  file: string,
  open: OpenAppendFile,
  { already = new RunningDigest(), hole = { found: null } }: NdjsonStreamOptions = {},
): Promise<NdjsonStream> {
  const handle = await open(file).catch((cause: unknown) => {
    throw traceError('TRC-101', { file, reason: reasonOf(cause) }, cause);
  });
  let held = already;
  let pending = '';
  let onDisk = true;
  let current: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;

  const guarded = async (work: (handle: AppendFile) => Promise<void>): Promise<void> => {
    await work(handle).catch((cause: unknown) => {
      throw (hole.found ??= traceError('TRC-102', { file, reason: reasonOf(cause) }, cause));
    });
  };
  const drain = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (text === '') return;
    if (hole.found !== null) throw hole.found;
    const bytes = Buffer.from(text, 'utf8');
    await guarded((each) => each.append(bytes));
    held.update(bytes);
    onDisk = false;
  };
  const flush = async (): Promise<void> => {
    await drain();
    if (onDisk) return;
    await guarded((each) => each.flush());
    onDisk = true;
  };
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    // A rejected `current` stays rejected, so the first error meets every later caller.
    current = current.then(work);
    return current;
  };
  const take = (text: string): Promise<void> => {
    if (closing !== null) return Promise.reject(traceError('TRC-103', { file }));
    pending += text;
    return enqueue(drain);
  };

  return {
    get held() {
      return held;
    },
    takeBack: (to) =>
      enqueue(async () => {
        await guarded((each) => each.cutTo(to.bytes));
        held = to;
        onDisk = false;
      }),
    write: (lines) => take(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    writeLine: (json) => take(`${json}\n`),
    drained: () => closing ?? enqueue(drain),
    flush: () => closing ?? enqueue(flush),
    close: () => (closing ??= enqueue(flush).finally(() => handle.close())),
  };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
