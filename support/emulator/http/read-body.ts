import type { IncomingMessage } from 'node:http';
import type { Body, Json } from '../../trace/exchange.js';
import { Refusal } from './refusal.js';

/** Largest request body in bytes. */
const limit = 1_048_576;

/** Deepest nesting of a request body; validators recurse, so a deeper one would exhaust the stack. */
const depthLimit = 64;

/** Reads a request body whole: none, JSON, or text with the reason it is not JSON. Too large or too deep is a refusal. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { kind: 'none' };
  const text = bytes.toString('utf8');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    // The parser's own message quotes the body, which may hold card data.
    return { kind: 'text', text, problem: 'the text is not JSON' };
  }
  if (isDeeperThan(value, depthLimit)) throw new Refusal('body_too_deep', { limit: depthLimit });
  return { kind: 'json', value, duplicateKeys: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new Refusal('body_too_large', { limit });
      chunks.push(chunk);
    }
  } catch (problem) {
    // A caller that hangs up half-way is the caller's doing; nobody reads the reply, but the log must not say 500.
    if (request.complete || problem instanceof Refusal) throw problem;
    throw new Refusal('body_incomplete');
  }
  return Buffer.concat(chunks);
}

/** Whether arrays and objects are nested in more than `levels` levels; never looks deeper than that. */
function isDeeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}
