import type { Exchange } from '../trace/exchange.js';
import { readRecords } from './read-records.js';

/**
 * Reads masked exchanges from an NDJSON file one at a time, so that a long run does not have to fit in memory. Throws
 * EVD-103 with the line number for a line that is not an exchange, and EVD-106 when the file cannot be opened.
 */
export function readExchanges(file: string): AsyncGenerator<Exchange> {
  return readRecords<Exchange>(file, {
    what: 'a recorded exchange',
    // Our own recorder wrote the rest of the shape.
    is: (value): value is Exchange => 'id' in value && 'request' in value,
  });
}
