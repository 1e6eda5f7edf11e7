import { open, type FileHandle } from 'node:fs/promises';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Tells the records of a file from other JSON. */
export interface RecordKind<T> {
  /** In words, for the error: "a recorded exchange". */
  readonly what: string;
  is(value: object): value is T & object;
}

/**
 * Reads records from an NDJSON file one at a time, so that a long run does not have to fit in memory. Throws EVD-103
 * with the line number for a line that is not such a record, and EVD-106 when the file cannot be opened.
 */
export async function* readRecords<T>(file: string, kind: RecordKind<T>): AsyncGenerator<T> {
  const handle = await opened(file);
  try {
    let line = 0;
    for await (const text of handle.readLines({ encoding: 'utf8', autoClose: false })) {
      line += 1;
      if (text === '') continue;
      const value = parsed(text, file, line);
      if (typeof value !== 'object' || value === null || !kind.is(value)) {
        throw evidenceError('EVD-103', { file, line, detail: `it is not ${kind.what}` });
      }
      yield value;
    }
  } finally {
    await handle.close();
  }
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (cause) {
    throw evidenceError('EVD-106', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw evidenceError('EVD-103', { file, line, detail: 'it is not JSON' }, cause);
  }
}
