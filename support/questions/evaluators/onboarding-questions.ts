import type { Exchange } from '../../trace/exchange.js';
import { at, inWords, isAccepted, isRefused, numberMember, requested } from '../../verdict/checks/answer.js';
import { reopeningOf } from '../../verdict/checks/evaluators/reopening.js';
import { cardholderStatus, settledReview } from '../../verdict/checks/status-words.js';
import { after, before, callsOf, observed, targetSeconds, type RowEvaluator } from '../row-evaluator.js';

const { Pending, Deleted } = cardholderStatus;
const declined = cardholderStatus['Compliance Decline'];
const underReview = cardholderStatus['Under Review'];

function statusOf(exchange: Exchange | undefined): number | undefined {
  const read = exchange?.operationId === 'getCardholder' && isAccepted(exchange);
  return read ? numberMember(exchange, 'status') : undefined;
}

/** C-01: the number seen in passing between submission and the outcome. */
export const transitionalNumber: RowEvaluator = ({ exchanges }) => {
  const reads = after(
    exchanges,
    exchanges.find(({ operationId }) => operationId === 'submitKyc'),
  );
  const zero = reads.find((read) => statusOf(read) === Pending);
  const five = reads.find(
    (read) =>
      statusOf(read) === Deleted && after(reads, read).some((later) => settledReview.includes(statusOf(later) ?? -1)),
  );
  return [
    ...(zero === undefined ? [] : observed('zero', 'status 0 in passing', [zero])),
    ...(five === undefined ? [] : observed('five', 'status 5 in passing', [five])),
  ];
};

/** C-02: the last accepted call before a declined cardholder first reads 3 again. */
export const reopeningCall: RowEvaluator = ({ exchanges }) => {
  const decline = exchanges.find((read) => statusOf(read) === declined);
  const reopening = reopeningOf(after(exchanges, decline));
  if (reopening === undefined) return [];
  const { reading, call, read } = reopening;
  return observed(reading, `status 2, ${call.operationId ?? ''}, status 3`, [decline, call, read]);
};

/** C-04: what becomes of an edit of a contact member under review, where an edit of a name is refused. */
export const lockScope: RowEvaluator = ({ exchanges }) => {
  const edits = callsOf(exchanges, 'updateCardholder').filter(
    (edit) => statusOf(statusBefore(exchanges, edit)) === underReview,
  );
  const named = edits.find((edit) => isRefused(edit) && at(requested(edit), '/lastName') !== undefined);
  const contact = edits.find((edit) => at(requested(edit), '/cellNum') !== undefined);
  if (named === undefined || contact === undefined || !(isAccepted(contact) || isRefused(contact))) return [];
  const reading = isAccepted(contact) ? 'members' : 'whole';
  return observed(reading, `name ${inWords(named)}, contact ${inWords(contact)}`, [named, contact]);
};

function statusBefore(exchanges: readonly Exchange[], edit: Exchange): Exchange | undefined {
  return before(exchanges, edit).findLast((read) => statusOf(read) !== undefined);
}

/** U-08: the organic outcome and the time it took, by the target's own clock; only where nothing forced it. */
export const organicOutcome: RowEvaluator = ({ exchanges }) => {
  const submitted = callsOf(exchanges, 'submitKyc').find(isAccepted);
  const outcome = after(exchanges, submitted).find((read) => settledReview.includes(statusOf(read) ?? -1));
  const forced = callsOf(before(exchanges, outcome), 'simulateKycResult').some(isAccepted);
  if (submitted === undefined || outcome === undefined || forced) return [];
  const [start, end] = [targetSeconds(submitted), targetSeconds(outcome)];
  const time = start === undefined || end === undefined ? 'a time not told' : `${String(end - start)} s`;
  return observed(null, `status ${String(statusOf(outcome))} after ${time}`, [submitted, outcome]);
};
