import type { Attachment } from 'allure-js-commons';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { exchangePlaces } from './exchange-places.js';
import { stableUuid } from './identity.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes the content of one attachment under a file name. */
export type AttachmentSink = (name: string, content: string) => void;

/**
 * Writes the masked traffic of the scenarios as JSON attachments and returns them by place (see `placeKey`). The same
 * call repeated within a step, as polling does, is one attachment. Exchanges outside every scenario are passed over.
 * Throws EVD-105 when an exchange that a scenario names is missing.
 */
export async function attachExchanges(
  exchanges: AsyncIterable<Exchange>,
  results: readonly ScenarioResult[],
  write: AttachmentSink,
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  const places = exchangePlaces(results);
  const placeOf = new Map(places.flatMap((place) => place.exchangeIds.map((id) => [id, place] as const)));
  const attachments = new Map<string, Attachment[]>(places.map(({ key }) => [key, []]));
  // Polls of parallel scenarios interleave, so each place keeps the group it is in the middle of.
  const open = new Map<string, Exchange[]>();
  const close = (key: string): void => {
    const group = open.get(key) ?? [];
    open.delete(key);
    if (group.length > 0) attachments.get(key)?.push(writeGroup(group, write));
  };
  for await (const exchange of exchanges) {
    const place = placeOf.get(exchange.id);
    if (place === undefined) continue;
    placeOf.delete(exchange.id);
    const group = open.get(place.key) ?? [];
    if (group[0] !== undefined && callOf(group[0]) !== callOf(exchange)) close(place.key);
    open.set(place.key, [...(open.get(place.key) ?? []), exchange]);
    if (exchange.id === place.exchangeIds.at(-1)) close(place.key);
  }
  for (const key of [...open.keys()]) close(key);
  for (const [exchange, { scenario }] of placeOf) {
    throw evidenceError('EVD-105', { exchange, scenario, file: 'exchanges/exchanges.ndjson' });
  }
  return attachments;
}

function writeGroup(group: readonly Exchange[], write: AttachmentSink): Attachment {
  const source = `${stableUuid('exchanges', ...group.map(({ id }) => id))}-attachment.json`;
  write(source, `${JSON.stringify(group.length === 1 ? group[0] : group, null, 2)}\n`);
  return { name: groupTitle(group), type: 'application/json', source };
}

/** `x-000007 GET /cards/7 (getCard): 200`, or `x-000007..x-000011 GET /cards/7 (getCard): 200, 5 calls`. */
function groupTitle(group: readonly Exchange[]): string {
  const ids = [...new Set([group[0]?.id, group.at(-1)?.id])].join('..');
  const endings = [...new Set(group.map(endingOf))].join(', ');
  const [first] = group;
  const call = first === undefined ? '' : callOf(first);
  return `${ids} ${call}: ${endings}${group.length === 1 ? '' : `, ${group.length} calls`}`;
}

function callOf({ operationId, request }: Exchange): string {
  return `${request.method} ${request.path}${operationId === null ? '' : ` (${operationId})`}`;
}

function endingOf({ response, failure }: Exchange): string {
  return response === null ? `no answer (${failure?.class ?? 'unknown'})` : String(response.status);
}
