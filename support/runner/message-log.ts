import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Envelope } from './cucumber.js';

/** The members of Cucumber's messages whose text a run produces; everything else comes from our own feature files. */
const producedAtRunTime = ['attachment', 'testStepFinished', 'testRunHookFinished'] as const;

/** Writes Cucumber's messages as NDJSON, free text masked before it touches the disk. */
export interface MessageLog {
  write(envelope: Envelope): void;
  /** Flushes and closes; rejects when anything could not be written. */
  close(): Promise<void>;
}

/** Opens `file` (its folder is made). `maskText` is applied to every string a run produced. */
export async function openMessageLog(file: string, maskText: (text: string) => string): Promise<MessageLog> {
  await mkdir(dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: 'a', mode: 0o644 });
  const done = finished(stream);
  done.catch(() => undefined); // Reported by close(); without this, an early error would end the process.
  return {
    write: (envelope) => {
      const produced = producedAtRunTime.some((member) => envelope[member] !== undefined);
      stream.write(`${JSON.stringify(produced ? maskStrings(envelope, maskText) : envelope)}\n`);
    },
    close: async () => {
      stream.end();
      await done;
    },
  };
}

function maskStrings(value: unknown, maskText: (text: string) => string): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map((item) => maskStrings(item, maskText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskStrings(member, maskText)]));
}
