import type { Exchange } from '../../../trace/exchange.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';

/**
 * How a scenario came to its checks, a line each in the order they were made: the check, the number of the last step (from 1)
 * whose call it rests on, and the operations of its calls. Polls and retries change none of it. `operations` are by exchange id.
 */
export function wayOf(
  { checks, steps }: Pick<ScenarioResult, 'checks' | 'steps'>,
  exchanges: ReadonlyMap<string, Pick<Exchange, 'operationId'>>,
): readonly string[] {
  const stepOf = new Map(steps.flatMap((step, index) => step.exchangeIds.map((id) => [id, index + 1] as const)));
  return checks.map(({ check, exchangeIds }) => {
    const last = Math.max(0, ...exchangeIds.map((id) => stepOf.get(id) ?? 0));
    const operations = new Set(exchangeIds.map((id) => exchanges.get(id)?.operationId ?? 'probe'));
    return [check, ...(last === 0 ? [] : [String(last)]), ...[...operations].toSorted()].join(' ');
  });
}
