import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import type { Exchange } from '../trace/exchange.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/**
 * Reads masked exchanges from an NDJSON file one at a time, so that a long run does not have to fit in memory. Throws
 * EVD-103 with the line number for a line that is not an exchange.
 */
export async function* readExchanges(file: string): AsyncGenerator<Exchange> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text !== '') yield exchangeOf(text, file, line);
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
