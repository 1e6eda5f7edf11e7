import { operationPlaces } from './operation-index.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';
import { referenced } from './local-reference.js';
import { pathTemplate } from './path-template.js';

/**
 * Gives a document from outside (AXYS_CONTRACT) our names: an operation that one of ours matches by method and path
 * template takes our operationId and keeps its own as `x-alias`; one we do not know keeps its id, or is named after
 * method and path; so is a webhook without an id. Whatever the document leaves unmarked counts as documented. Calls of the platform's own (`webhooks`) that it
 * does not describe are taken from ours: OpenAPI 3.0 cannot describe them. The input is not changed.
 */
export function adoptOperations(given: JsonObject, own: JsonObject): JsonObject {
  const ours = new Map(
    operationPlaces(own).map(({ method, path, value }) => [routeKey(method, path), value['operationId']]),
  );
  const ourIds = new Set(ours.values());
  const webhooks = { ...webhooksOf(own, own), ...webhooksOf(given, null) };
  nameWebhooks(webhooks, own);
  const adopted = { 'x-provenance': 'documented', ...structuredClone(given), webhooks };
  for (const { method, path, value } of operationPlaces(adopted)) {
    const operation = value as Record<string, unknown>;
    const theirs = operation['operationId'];
    const free = theirs !== undefined && !ourIds.has(theirs);
    operation['operationId'] = ours.get(routeKey(method, path)) ?? (free ? theirs : `${method} ${path}`);
    if (theirs !== undefined && theirs !== operation['operationId']) operation['x-alias'] = theirs;
  }
  return adopted;
}

/** Names the calls of the platform that bear no id: as ours of the same name is called, else after method and name. */
function nameWebhooks(webhooks: JsonObject, own: JsonObject): void {
  const ours = new Map(
    operationPlaces(own, 'webhooks').map(({ method, path, value }) => [`${method} ${path}`, value['operationId']]),
  );
  for (const { method, path, value } of operationPlaces({ webhooks }, 'webhooks')) {
    const call = `${method} ${path}`;
    (value as Record<string, unknown>)['operationId'] ??= ours.get(call) ?? `webhook ${call}`;
  }
}

/** The webhooks of a document; with `inside` every reference is replaced by what it leads to, so that they can move. */
function webhooksOf(document: JsonObject, inside: JsonObject | null): JsonObject {
  const webhooks = document['webhooks'];
  if (!isObject(webhooks)) return {};
  return inside === null ? structuredClone(webhooks) : (unfold(webhooks, inside) as JsonObject);
}

function unfold(value: unknown, document: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => unfold(item, document));
  if (!isObject(value)) return value;
  const { $ref: reference, ...beside } = value;
  const target = referenced(document, reference);
  const members = target === null ? value : { ...target, ...beside };
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, unfold(member, document)]));
}

function routeKey(method: string, path: string): string {
  return `${method} ${pathTemplate(path).shape}`;
}
