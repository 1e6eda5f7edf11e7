import { contractError } from '../../messages/contract-messages.js';
import type { HttpMethod, Operation, OperationMatch } from '../contract.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { pathTemplate, type PathTemplate } from './path-template.js';
import type { Places } from './places.js';

/** Methods of operations by their name in a document; whatever has another is told by `beyondReach`. */
export const methods: Readonly<Record<string, HttpMethod>> = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' };

/** The operations of a document, by id, and the way from a request to its operation. */
export interface OperationIndex {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly match: (method: string, path: string) => OperationMatch | null;
}

/** One operation of a document before anything is derived from it. */
export interface OperationPlace {
  readonly method: HttpMethod;
  /** Path template without `/v2`. */
  readonly path: string;
  readonly pointer: string;
  readonly value: JsonObject;
}

/** Lists the operations under `paths`, or the platform's own calls under `webhooks`, in document order. */
export function operationPlaces(
  document: JsonObject,
  holder: 'paths' | 'webhooks' = 'paths',
): readonly OperationPlace[] {
  const paths = isObject(document[holder]) ? document[holder] : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([name, value]) => {
      const method = methods[name];
      if (method === undefined || !isObject(value)) return [];
      return [{ method, path: withoutVersion(path), pointer: pointerOf(holder, path, name), value }];
    }),
  );
}

/** Paths of our contract carry no version; an official document may. Source: docs/versioning-and-changelog. */
export function withoutVersion(path: string): string {
  return path.startsWith('/v2/') ? path.slice('/v2'.length) : path;
}

/**
 * Indexes the operations of a document. Without an operationId it is CON-110, two operations for the same requests
 * CON-111, one id twice CON-113.
 */
export function indexOperations(document: JsonObject, places: Places): OperationIndex {
  const operations = new Map<string, Operation>();
  const routes = new Map<string, { template: PathTemplate; operation: Operation }>();
  for (const place of operationPlaces(document)) {
    const operation = operationOf(place, places);
    const twin = operations.get(operation.operationId);
    if (twin !== undefined) {
      const { operationId } = operation;
      throw contractError('CON-113', { operationId, first: twin.pointer, second: place.pointer });
    }
    const template = pathTemplate(place.path);
    const key = `${place.method} ${template.shape}`;
    const rival = routes.get(key)?.operation.operationId;
    if (rival !== undefined) {
      const { method, path } = place;
      throw contractError('CON-111', { method, path, first: rival, second: operation.operationId });
    }
    operations.set(operation.operationId, operation);
    routes.set(key, { template, operation });
  }
  const ranked = [...routes.values()].sort((a, b) => (a.template.rank < b.template.rank ? -1 : 1));
  return {
    operations,
    match: (method, path) => {
      for (const { template, operation } of ranked) {
        const pathParameters = operation.method === method ? template.match(path) : null;
        if (pathParameters !== null) return { operation, pathParameters };
      }
      return null;
    },
  };
}

/** Reads what an operation is; without an operationId it is CON-110. */
export function operationOf({ method, path, pointer, value }: OperationPlace, places: Places): Operation {
  const operationId = value['operationId'];
  if (typeof operationId !== 'string') throw contractError('CON-110', { method, path });
  const standing = places.standing(value);
  const creates = value['x-creates'];
  const alias = value['x-alias'];
  return {
    operationId,
    alias: typeof alias === 'string' ? alias : null,
    method,
    path,
    pointer,
    deprecated: value['deprecated'] === true,
    provenance: standing.provenance,
    source: standing.source,
    simulation: path.startsWith('/staging/'),
    creates: typeof creates === 'string' ? creates : null,
  };
}
