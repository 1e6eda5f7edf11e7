import { inWords, isSilent } from './answer.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { CheckEvidence, CheckFinding } from '../check.js';

/** The rule of a check: evidence in, finding out. */
export type Evaluate = (evidence: CheckEvidence) => CheckFinding;

/** A finding from a yes or no. */
export function verdictOf(holds: boolean, expected: string, received: string): CheckFinding {
  return { outcome: holds ? 'met' : 'violated', expected, received };
}

/** A met finding that shows a legal reading of an open question. Any other finding shows none. */
export function inReading(finding: CheckFinding, question: string, reading: string, unusual = false): CheckFinding {
  return finding.outcome === 'met' ? { ...finding, reading: { question, reading, unusual } } : finding;
}

/** A finding when the evidence cannot decide. */
export function undetermined(expected: string, why: string): CheckFinding {
  return { outcome: 'undetermined', expected, received: why };
}

/** The last exchange of the evidence; a check without exchanges has nothing to judge. */
export function last(evidence: CheckEvidence): Exchange | undefined {
  return evidence.exchanges.at(-1);
}

/**
 * For rules whose word rests on how a series of reads ended: where the last read got no answer, the end is not known and
 * the rule neither holds nor is broken.
 */
export function ifEndSeen(evaluate: Evaluate): Evaluate {
  return (evidence) => {
    const finding = evaluate(evidence);
    const end = last(evidence);
    return end !== undefined && isSilent(end)
      ? undetermined(finding.expected, `${finding.received}; then ${inWords(end)}`)
      : finding;
  };
}

/** A number argument; a missing or ill-typed one is our own mistake. */
export function numberArgument(evidence: CheckEvidence, name: string): number {
  const value = evidence.arguments[name];
  if (typeof value !== 'number') throw new Error(`check argument ${name} is not a number`);
  return value;
}

/** A text argument; a missing or ill-typed one is our own mistake. */
export function textArgument(evidence: CheckEvidence, name: string): string {
  const value = evidence.arguments[name];
  if (typeof value !== 'string') throw new Error(`check argument ${name} is not a text`);
  return value;
}

/** A list argument; a missing or ill-typed one is our own mistake. */
export function listArgument(evidence: CheckEvidence, name: string): readonly Json[] {
  const value = evidence.arguments[name];
  if (!Array.isArray(value)) throw new Error(`check argument ${name} is not a list`);
  return value as readonly Json[];
}

/** Holds only when every exchange satisfies the rule; the first that does not is the finding. */
export function forEvery(rule: (exchange: Exchange) => CheckFinding): Evaluate {
  return ({ exchanges }) => {
    const findings = exchanges.map(rule);
    const worst =
      findings.find((finding) => finding.outcome === 'violated') ??
      findings.find((finding) => finding.outcome === 'undetermined') ??
      findings.at(-1);
    return worst ?? undetermined('at least one call', 'no call');
  };
}
