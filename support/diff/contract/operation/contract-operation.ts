import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';
import { pathTemplate } from '../../../contract/document/path-template.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** One operation of a document, under `paths` or `webhooks` or in a callback. */
export interface ContractOperation {
  /** Such as `get`. */
  readonly method: string;
  readonly path: string;
  /** Path without the names of its parameters. */
  readonly shape: string;
  readonly pointer: string;
  readonly value: JsonObject;
  /** The path item it stands in. */
  readonly item: JsonObject;
  readonly itemPointer: string;
}

/** Lists the operations of a map of path items, in document order. */
export function contractOperations(items: unknown, at: string): readonly ContractOperation[] {
  if (!isObject(items)) return [];
  return Object.entries(items).flatMap(([path, item]) =>
    isObject(item) ? operationsOf(path, item, at + pointerOf(path)) : [],
  );
}

/** The operations of one path item. */
export function operationsOf(path: string, item: JsonObject, itemPointer: string): readonly ContractOperation[] {
  return methods.flatMap((method) => {
    const value = item[method];
    if (!isObject(value)) return [];
    const { shape } = pathTemplate(path);
    return [{ method, path, shape, pointer: itemPointer + pointerOf(method), value, item, itemPointer }];
  });
}

/** Members of a path item that are operations. */
export const operationMembers: readonly string[] = methods;
