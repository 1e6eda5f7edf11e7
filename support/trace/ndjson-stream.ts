import type { AppendFile, OpenAppendFile } from './append-file.js';
import { traceError } from './trace-error.js';

/** One JSON value per line, in the order of the calls. */
export interface NdjsonStream {
  /** Resolves when the lines are handed to the file; waiting for it is the backpressure. Rejects with TRC-102, TRC-103. */
  write(lines: readonly unknown[]): Promise<void>;
  flush(): Promise<void>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens an append-only NDJSON file with one handle. Lines that come while a write is under way are written together by
 * the next one. After a failed write every later call fails too: evidence with a hole is no evidence.
 */
export async function openNdjsonStream(file: string, open: OpenAppendFile): Promise<NdjsonStream> {
  const handle = await open(file).catch((cause: unknown) => {
    throw traceError('TRC-101', { file, reason: reasonOf(cause) }, cause);
  });
  let pending = '';
  let current: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;

  const guarded = async (work: (handle: AppendFile) => Promise<void>): Promise<void> => {
    await work(handle).catch((cause: unknown) => {
      throw traceError('TRC-102', { file, reason: reasonOf(cause) }, cause);
    });
  };
  const drain = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (text !== '') await guarded((each) => each.append(text));
  };
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    // A rejected `current` stays rejected, so the first error meets every later caller.
    current = current.then(work);
    return current;
  };

  return {
    write: (lines) => {
      if (closing !== null) return Promise.reject(traceError('TRC-103', { file }));
      for (const line of lines) pending += `${JSON.stringify(line)}\n`;
      return enqueue(drain);
    },
    flush: () => enqueue(() => guarded((each) => each.flush())),
    close: () => (closing ??= enqueue(drain).finally(() => handle.close())),
  };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
