import type { Exchange } from '../../trace/exchange.js';
import { causesOf } from '../causes.js';
import type { DecidedRun } from '../decided-run.js';
import { curlLine } from './curl-line.js';
import { replayLine } from './replay-line.js';
import type { ReproducedCause } from './reproduced-cause.js';

/** All causes of a run, each with how to see it again. `exchanges` are the masked ones; only what is named is kept. */
export async function reproduceCauses(
  { facts, results }: Pick<DecidedRun, 'facts' | 'results'>,
  exchanges: AsyncIterable<Exchange>,
): Promise<readonly ReproducedCause[]> {
  const causes = causesOf(results);
  const wanted = new Set(causes.flatMap(({ occurrences }) => occurrences.map(({ exchangeId }) => exchangeId)));
  const lines = new Map<string, string | null>();
  for await (const exchange of exchanges) {
    if (wanted.has(exchange.id)) lines.set(exchange.id, curlLine(exchange, facts.target.class));
  }
  return causes.map(({ id, level, count, message, occurrences }) => ({
    ...{ id, level, count, message },
    occurrences: occurrences.map(({ scenario, exchangeId }) => ({
      ...{ scenario, exchangeId },
      curl: exchangeId === null ? null : (lines.get(exchangeId) ?? null),
      replay: replayLine(scenario),
    })),
  }));
}
