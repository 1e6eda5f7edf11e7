import { open, type FileHandle } from 'node:fs/promises';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import type { Exchange } from '../trace/exchange.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/**
 * Reads masked exchanges from an NDJSON file one at a time, so that a long run does not have to fit in memory. Throws
 * EVD-103 with the line number for a line that is not an exchange, and EVD-106 when the file cannot be opened.
 */
export async function* readExchanges(file: string): AsyncGenerator<Exchange> {
  const handle = await opened(file);
  try {
    let line = 0;
    for await (const text of handle.readLines({ encoding: 'utf8', autoClose: false })) {
      line += 1;
      if (text !== '') yield exchangeOf(text, file, line);
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

function exchangeOf(text: string, file: string, line: number): Exchange {
  const value = parsed(text, file, line);
  if (typeof value !== 'object' || value === null || !('id' in value) || !('request' in value)) {
    throw evidenceError('EVD-103', { file, line, detail: 'it is not a recorded exchange' });
  }
  // Our own recorder wrote the rest of the shape.
  return value as Exchange;
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw evidenceError('EVD-103', { file, line, detail: 'it is not JSON' }, cause);
  }
}
