import { operationPlaces } from './operation-index.js';
import type { JsonObject } from './json-pointer.js';
import { pathTemplate } from './path-template.js';

/**
 * Gives a document from outside (AXYS_CONTRACT) our names: an operation that one of ours matches by method and path
 * template takes our operationId and keeps its own as `x-alias`; one we do not know keeps its id, or is named after
 * method and path. Whatever the document leaves unmarked counts as documented. The input is not changed.
 */
export function adoptOperations(given: JsonObject, own: JsonObject): JsonObject {
  const ours = new Map(
    operationPlaces(own).map(({ method, path, value }) => [routeKey(method, path), value['operationId']]),
  );
  const ourIds = new Set(ours.values());
  const adopted = { 'x-provenance': 'documented', ...structuredClone(given) };
  for (const { method, path, value } of operationPlaces(adopted)) {
    const operation = value as Record<string, unknown>;
    const theirs = operation['operationId'];
    const free = theirs !== undefined && !ourIds.has(theirs);
    operation['operationId'] = ours.get(routeKey(method, path)) ?? (free ? theirs : `${method} ${path}`);
    if (theirs !== undefined && theirs !== operation['operationId']) operation['x-alias'] = theirs;
  }
  return adopted;
}

function routeKey(method: string, path: string): string {
  return `${method} ${pathTemplate(path).shape}`;
}
