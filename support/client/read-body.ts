import type { Body, Json } from '../trace/exchange.js';
import { deepestNesting, jsonShape } from '../json/nesting-depth.js';
import { decodeContent } from './decode-content.js';
import { duplicateKeys } from '../json/duplicate-keys.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a body as received, content codings taken off. JSON is read whatever the media type claims (the judge checks the claim), except that text
 * and HTML count as JSON only when they hold an object or an array: a plain `404` is a text, not a number.
 * Problems never quote the content, which may hold secrets.
 */
export function readBody(received: Uint8Array, headers: Readonly<Record<string, string>>): Body {
  if (received.byteLength === 0) return { kind: 'none' };
  const content = decodeContent(received, headers['content-encoding']);
  if ('problem' in content) return unreadable(content.problem);
  const { bytes } = content;
  if (bytes.byteLength === 0) return { kind: 'none' };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return unreadable(`not UTF-8, ${bytes.byteLength} bytes not read`);
  }
  return readText(text, headers['content-type'] ?? '');
}

function readText(text: string, mediaType: string): Body {
  const claimsJson = /^\s*application\/(?:[\w.-]+\+)?json\b/i.test(mediaType);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    const problem = claimsJson ? 'the media type says JSON, the body is not' : `media type "${mediaType}", not JSON`;
    return { kind: 'text', text, problem };
  }
  const { depth, names } = jsonShape(text);
  if (depth > deepestNesting) {
    return unreadable(`JSON nested more than ${deepestNesting} deep, ${text.length} characters not read`);
  }
  if (!claimsJson && (typeof value !== 'object' || value === null)) {
    return { kind: 'text', text, problem: `media type "${mediaType}", not a JSON object or array` };
  }
  return { kind: 'json', value, duplicateKeys: names === membersIn(value) ? none : duplicateKeys(text) };
}

const none: readonly string[] = [];

/** Members of a read value at any depth: as many as its text names, unless it names one twice. */
function membersIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  let members = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const inner of Object.values(value) as readonly Json[]) members += membersIn(inner);
  return members;
}

function unreadable(problem: string): Body {
  return { kind: 'text', text: '', problem };
}
