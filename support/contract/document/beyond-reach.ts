import { walkDocument } from './document-walk.js';
import { documentKinds } from './document-kinds.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';
import { methods } from './operation-index.js';

/**
 * What a document describes that this harness neither sends nor judges, in words: operations of other methods (such as PATCH), and
 * parameters that travel in cookies. In document order; empty for our own contract.
 */
export function beyondReach(document: JsonObject): readonly string[] {
  const found: string[] = [];
  walkDocument(document, ({ kind, pointer, value }) => {
    if (kind === 'path-item') found.push(...otherMethods(value).map((method) => `${method} ${pathIn(pointer)}`));
    if (kind === 'parameter' && value['in'] === 'cookie') {
      found.push(`the cookie ${String(value['name'])} (${pointer})`);
    }
  });
  return found;
}

function otherMethods(item: JsonObject): readonly string[] {
  return Object.keys(item)
    .filter((name) => documentKinds['path-item'][name]?.kind === 'operation' && !Object.hasOwn(methods, name))
    .filter((name) => isObject(item[name]))
    .map((name) => name.toUpperCase());
}

/** The last word of a pointer, unescaped: the path template. */
function pathIn(pointer: string): string {
  return (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}
