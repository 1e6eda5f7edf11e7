import type { Attachment } from 'allure-js-commons';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { stableUuid } from './identity.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes the content of one attachment under a file name. */
export type AttachmentSink = (name: string, content: string) => void;

/**
 * Writes one attachment (masked request and answer, JSON) for each exchange that a scenario made, and returns them by
 * exchange id. Exchanges outside every scenario are passed over. Throws EVD-105 when a scenario's exchange is missing.
 */
export async function attachExchanges(
  exchanges: AsyncIterable<Exchange>,
  results: readonly ScenarioResult[],
  write: AttachmentSink,
): Promise<ReadonlyMap<string, Attachment>> {
  const owners = new Map(results.flatMap((result) => idsOf(result).map((id) => [id, result.id] as const)));
  const attachments = new Map<string, Attachment>();
  for await (const exchange of exchanges) {
    if (!owners.has(exchange.id)) continue;
    const source = `${stableUuid('exchange', exchange.id)}-attachment.json`;
    write(source, `${JSON.stringify(exchange, null, 2)}\n`);
    attachments.set(exchange.id, { name: exchangeTitle(exchange), type: 'application/json', source });
  }
  for (const [exchange, scenario] of owners) {
    if (!attachments.has(exchange)) {
      throw evidenceError('EVD-105', { exchange, scenario, file: 'exchanges/exchanges.ndjson' });
    }
  }
  return attachments;
}

/** Every exchange a scenario names: its own and those of its steps. */
function idsOf({ exchangeIds, steps }: ScenarioResult): string[] {
  return [...new Set([...exchangeIds, ...steps.flatMap((step) => step.exchangeIds)])];
}

/** `x-000007 POST /cards/virtual/{id}: 200`, with the operation where there is one. */
function exchangeTitle({ id, operationId, request, response, failure }: Exchange): string {
  const ending = response === null ? `no answer (${failure?.class ?? 'unknown'})` : String(response.status);
  const path = operationId === null ? request.path : `${request.path} (${operationId})`;
  return `${id} ${request.method} ${path}: ${ending}`;
}
