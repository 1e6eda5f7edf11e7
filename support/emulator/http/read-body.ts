import type { IncomingMessage } from 'node:http';
import type { Body, Json } from '../../trace/exchange.js';
import { Refusal } from './refusal.js';

/** Largest request body in bytes. */
const limit = 1_048_576;

/** Reads a request body whole: none, JSON, or text with the reason it is not JSON. Too large is a refusal. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Refusal('body_too_large', { limit });
    chunks.push(chunk);
  }
  if (size === 0) return { kind: 'none' };
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return { kind: 'json', value: JSON.parse(text) as Json, duplicateKeys: [] };
  } catch {
    // The parser's own message quotes the body, which may hold card data.
    return { kind: 'text', text, problem: 'the text is not JSON' };
  }
}
