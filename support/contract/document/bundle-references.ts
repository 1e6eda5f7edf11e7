import { dirname, resolve } from 'node:path';
import { contractError } from '../../messages/contract-messages.js';
import { isObject, pointerOf, type JsonObject } from './json-pointer.js';
import { readDocument, reasonOf, type ReadText } from './read-document.js';

/**
 * Brings references to other files into the document, so that only local ones remain. Without such references the
 * document comes back as it is. A reference to the network is CON-106: a contract never fetches anything.
 */
export async function bundleReferences(document: JsonObject, file: string, read: ReadText): Promise<JsonObject> {
  const files = await filesBehind(document, file, read, new Set([resolve(file)]));
  if (files === 0) return document;
  // Loaded only when there is something to bundle: it costs every command a sixth of a second.
  const { bundle } = await import('@readme/openapi-parser');
  try {
    const bundled: unknown = await bundle(file, { resolve: { external: true, file: true } });
    return JSON.parse(JSON.stringify(bundled)) as JsonObject;
  } catch (cause) {
    throw contractError('CON-104', { problem: reasonOf(cause) }, cause);
  }
}

/** Counts the files referred to, after proving that none is on the network; the bundler would simply fetch it. */
async function filesBehind(document: unknown, file: string, read: ReadText, seen: Set<string>): Promise<number> {
  let count = 0;
  for (const { reference, pointer } of externalReferences(document, '')) {
    if (/^([a-z][a-z0-9+.-]+:)?\/\//i.test(reference)) throw contractError('CON-106', { reference, pointer });
    const target = resolve(dirname(file), decodeURIComponent(reference.split('#')[0] ?? ''));
    count += 1;
    if (seen.has(target)) continue;
    seen.add(target);
    count += await filesBehind(await readDocument(read, target), target, read, seen);
  }
  return count;
}

function* externalReferences(value: unknown, pointer: string): Generator<{ reference: string; pointer: string }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* externalReferences(item, pointer + pointerOf(index));
    return;
  }
  if (!isObject(value)) return;
  const reference = value['$ref'];
  if (typeof reference === 'string' && !reference.startsWith('#')) yield { reference, pointer };
  for (const [name, member] of Object.entries(value)) {
    if (name === 'example' || name === 'examples' || name === 'const' || name === 'enum') continue;
    yield* externalReferences(member, pointer + pointerOf(name));
  }
}
