import type { Exchange } from '../../../trace/exchange.js';
import type { ObservedFinding } from '../observed-behaviour.js';

/** What the judge found in an exchange that belongs to no scenario; additions, which the vendor may make, are left out. */
export function strayFindings({ id, operationId, expectedInvalid, judgement }: Exchange): readonly ObservedFinding[] {
  if (expectedInvalid !== null || judgement === null) return [];
  return judgement.findings
    .filter(({ level }) => level !== 'advisory')
    .map(({ rule, level, cause }) => ({ rule, level, cause, operationId, exchange: id }));
}
