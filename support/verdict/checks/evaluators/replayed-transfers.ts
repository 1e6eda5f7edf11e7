import { answered, at, inWords } from '../answer.js';
import { numberArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { movedMoneyFitsStatus, movedMoneyReconciles, statusKnown } from './transfers.js';

/**
 * The answer has the replayed status (argument `status`), and everything a transfer on the target must satisfy holds for
 * it: a known status, what left arrived, and what arrived fits the status.
 */
export const transferEndingHandled: Evaluate = (evidence) => {
  const status = numberArgument(evidence, 'status');
  const expected = `status ${String(status)}, and money moved as it says`;
  const answer = evidence.exchanges.find(({ operationId }) => operationId === 'transferFromWallet');
  if (answer === undefined || answer.response === null) return undetermined(expected, inWords(answer));
  if (at(answered(answer), '/transStatus') !== status) return verdictOf(false, expected, inWords(answer));
  const findings = [statusKnown, movedMoneyReconciles, movedMoneyFitsStatus].map((rule) => rule(evidence));
  const problem =
    findings.find(({ outcome }) => outcome === 'violated') ??
    findings.find(({ outcome }) => outcome === 'undetermined');
  return problem ?? { outcome: 'met', expected, received: findings.at(-1)?.received ?? '' };
};
