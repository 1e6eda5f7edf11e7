import type { NdjsonStream } from '../trace/ndjson-stream.js';
import type { Envelope } from './cucumber.js';

/** The members of Cucumber's messages whose text a run produces; everything else comes from our own feature files. */
const producedAtRunTime = ['attachment', 'testStepFinished', 'testRunHookFinished'] as const;

/** Writes Cucumber's messages as NDJSON, free text masked before it touches the disk. */
export interface MessageLog {
  write(envelope: Envelope): void;
  /** Flushes and closes; rejects when anything could not be written. */
  close(): Promise<void>;
}

/** The messages of a run, written to its stream. `maskText` is applied to every string a run produced. */
export function createMessageLog(stream: NdjsonStream, maskText: (text: string) => string): MessageLog {
  return {
    write: (envelope) => {
      const produced = producedAtRunTime.some((member) => envelope[member] !== undefined);
      // Cucumber does not wait for its messages. A stream that failed once fails for good, so close() reports it.
      stream.write([produced ? maskStrings(envelope, maskText) : envelope]).catch(() => undefined);
    },
    close: () => stream.close(),
  };
}

function maskStrings(value: unknown, maskText: (text: string) => string): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map((item) => maskStrings(item, maskText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskStrings(member, maskText)]));
}
