import type { Attachment } from 'allure-js-commons';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import type { Exchange } from '../../trace/exchange.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { stableUuid } from './identity.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes the content of one attachment under a file name. */
export type AttachmentSink = (name: string, content: string) => void;

/** The traffic of a scenario as attachments: of each step, by its index, and of calls that no step made. */
export interface ScenarioTraffic {
  readonly steps: readonly (readonly Attachment[])[];
  readonly rest: readonly Attachment[];
}

/** Operations that the title of an attachment names before the rest is only counted. */
const named = 6;

/**
 * Writes the masked traffic of a scenario, one JSON attachment a step: few files, which a report loads and a pack packs
 * quickly. An exchange is shown once. Throws EVD-105 when one that the scenario names is missing; those of a scenario that
 * was carried over lie in the pack it comes from.
 */
export function attachTraffic(
  result: ScenarioResult,
  exchanges: readonly Exchange[],
  write: AttachmentSink,
): ScenarioTraffic {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const known = new Set(byId.keys());
  const elsewhere = result.marks.includes('carried-over');
  const attach = (ids: readonly string[]): Attachment[] => {
    const shown = ids.flatMap((id) => {
      const exchange = byId.get(id);
      if (!known.has(id) && !elsewhere) {
        throw evidenceError('EVD-105', { exchange: id, scenario: result.id, file: recorderFiles.exchanges });
      }
      byId.delete(id);
      return exchange === undefined ? [] : [exchange];
    });
    return shown.length === 0 ? [] : [writeCalls(shown, write)];
  };
  return { steps: result.steps.map(({ exchangeIds }) => attach(exchangeIds)), rest: attach(result.exchangeIds) };
}

function writeCalls(calls: readonly Exchange[], write: AttachmentSink): Attachment {
  const source = `${stableUuid('exchanges', ...calls.map(({ id }) => id))}-attachment.json`;
  write(source, `${JSON.stringify(calls.length === 1 ? calls[0] : calls, null, 1)}\n`);
  return { name: titleOf(calls), type: 'application/json', source };
}

/** `x-000007 getCard: 200`, or `x-000007..x-000011, 5 calls: createCardholder 200, getCardholder 200 x4`. */
function titleOf(calls: readonly Exchange[]): string {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(callOf(call), (counts.get(callOf(call)) ?? 0) + 1);
  const shown = [...counts].slice(0, named).map(([call, count]) => (count === 1 ? call : `${call} x${count}`));
  const rest = counts.size > named ? [`${counts.size - named} more`] : [];
  const ids = [...new Set([calls[0]?.id, calls.at(-1)?.id])].join('..');
  return calls.length === 1
    ? `${ids} ${shown.join('')}`
    : `${ids}, ${calls.length} calls: ${[...shown, ...rest].join(', ')}`;
}

function callOf({ operationId, request, response, failure }: Exchange): string {
  const ending = response === null ? `no answer (${failure?.class ?? 'unknown'})` : String(response.status);
  return `${operationId ?? `${request.method} ${request.path}`} ${ending}`;
}
