import type { ContractChanges } from '../contract/contract-changes.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';
import { weakerRules } from '../verdict/softened/weaker-rules.js';

/**
 * The scenarios that made, or were sent, a call of an operation of which a rule is weaker than published; those that were carried over
 * as well. Nothing is read where no rule is.
 */
export async function softenedScenarios(
  { exchanges, carriedExchanges }: Pick<RecordedStreams, 'exchanges' | 'carriedExchanges'>,
  changes: ContractChanges | null,
): Promise<ReadonlySet<string>> {
  const operations = new Set(weakerRules(changes).flatMap((rule) => rule.operations));
  const found = new Set<string>();
  if (operations.size === 0) return found;
  for (const stream of [carriedExchanges(), exchanges()]) {
    for await (const { scenario, operationId } of stream) {
      if (scenario !== null && operationId !== null && operations.has(operationId)) found.add(scenario);
    }
  }
  return found;
}
