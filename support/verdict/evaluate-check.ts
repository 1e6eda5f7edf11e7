import type { Exchange } from '../trace/exchange.js';
import { withoutContent } from '../trace/without-content.js';
import type { Check, CheckEvidence, CheckFinding } from './check.js';
import { inWords } from './checks/answer.js';
import { wordlessCall } from './wordless-call.js';

/**
 * What a check finds in its evidence, among the exchanges of its scenario attempt. Nothing is held against the target
 * that may come from a call on which it gave no word: such a violation is undetermined.
 */
export function evaluateCheck(
  check: Pick<Check, 'evaluate'>,
  evidence: CheckEvidence,
  calls: () => readonly Exchange[],
): CheckFinding {
  const finding = check.evaluate(evidence);
  if (finding.outcome !== 'violated') return finding;
  const call = wordlessCall(evidence.exchanges, calls());
  if (call === undefined) return finding;
  // In words that are the same from memory, which keeps no content, and from the record.
  const became = inWords(withoutContent(call));
  const name = call.operationId ?? `${call.request.method} ${call.request.path}`;
  return {
    outcome: 'undetermined',
    expected: finding.expected,
    received: `${finding.received}; what became of ${name} (${call.id}) is not known: ${became}`,
  };
}
