import { dirname, resolve } from 'node:path';
import { contractError } from '../../messages/contract-messages.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
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
  for (const { reference, pointer } of externalReferences(document)) {
    if (/^([a-z][a-z0-9+.-]+:)?\/\//i.test(reference)) throw contractError('CON-106', { reference, pointer });
    const target = resolve(dirname(file), decodeURIComponent(reference.split('#')[0] ?? ''));
    count += 1;
    if (seen.has(target)) continue;
    seen.add(target);
    count += await filesBehind(await readDocument(read, target), target, read, seen);
  }
  return count;
}

interface ExternalReference {
  readonly reference: string;
  readonly pointer: string;
}

/** Every reference to another file. The pointer of a place is put together only where there is one: documents are large. */
function externalReferences(value: unknown): readonly ExternalReference[] {
  const found: ExternalReference[] = [];
  const path: (string | number)[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) {
      for (let index = 0; index < part.length; index += 1) step(index, part[index]);
      return;
    }
    if (!isObject(part)) return;
    const reference = part['$ref'];
    if (typeof reference === 'string' && !reference.startsWith('#')) {
      found.push({ reference, pointer: pointerOf(...path) });
    }
    for (const name of Object.keys(part)) {
      if (name !== 'example' && name !== 'examples' && name !== 'const' && name !== 'enum') step(name, part[name]);
    }
  };
  const step = (name: string | number, part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    path.push(name);
    visit(part);
    path.pop();
  };
  visit(value);
  return found;
}
