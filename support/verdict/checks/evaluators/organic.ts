import type { Exchange } from '../../../trace/exchange.js';
import { asText, at, inWords, isAccepted, isRefused, isSilent, numberMember, requested } from '../answer.js';
import { ifEndSeen, last, numberArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { inARow } from '../in-a-row.js';
import { cardholderStatus, settledReview } from '../status-words.js';

/** Calls by which a review is tried again, and the details it is decided on. */
const retries: ReadonlySet<string> = new Set([
  'submitKyc',
  'refreshKycUrl',
  'submitSumsubToken',
  'simulateKycResult',
  'updateCardholder',
]);

/** The review left to itself ended in a settled status, or stayed open: each is a legal outcome. */
export const outcomeAccepted: Evaluate = ifEndSeen((evidence) => {
  const final = last(evidence);
  const status = final === undefined ? undefined : numberMember(final, 'status');
  const open = cardholderStatus['Under Review'];
  const expected = `status ${settledReview.join(', ')}, or ${String(open)} for the whole wait`;
  if (status === undefined || status === cardholderStatus.Pending)
    return undetermined(expected, status === undefined ? inWords(final) : 'still in passing (status 0)');
  return verdictOf(settledReview.includes(status) || status === open, expected, `status ${String(status)}`);
});

/** Exchanges after the first read that shows the status; undefined when none does. */
function after(exchanges: readonly Exchange[], status: number): readonly Exchange[] | undefined {
  const seen = exchanges.findIndex((exchange) => numberMember(exchange, 'status') === status);
  return seen === -1 ? undefined : exchanges.slice(seen + 1);
}

/** The last ticket about the cardholder (argument `cardholderId`), or undefined. */
function ticketAbout(exchanges: readonly Exchange[], cardholderId: number): Exchange | undefined {
  return exchanges.findLast(
    (exchange) =>
      exchange.operationId === 'createSupportTicket' &&
      asText(at(requested(exchange), '/cardholderId')) === String(cardholderId),
  );
}

/** Behind the read that shows the decline (status 7) a ticket about the cardholder was accepted. */
export const declineTakenToSupport: Evaluate = (evidence) => {
  const expected = 'an accepted ticket about the cardholder';
  const rest = after(evidence.exchanges, cardholderStatus['Admin Decline']);
  if (rest === undefined) return undetermined(expected, 'no read showed status 7');
  const ticket = ticketAbout(rest, numberArgument(evidence, 'cardholderId'));
  if (ticket === undefined) return verdictOf(false, expected, 'no ticket');
  if (!isAccepted(ticket) && !isRefused(ticket)) return undetermined(expected, inWords(ticket));
  return verdictOf(isAccepted(ticket), expected, inWords(ticket));
};

/** Behind the read that shows the decline (status 7) no call tried the review again; given all later calls. */
export const declineNotRetried: Evaluate = ({ exchanges }) => {
  const rest = after(exchanges, cardholderStatus['Admin Decline']);
  const expected = 'no call that tries the review again';
  if (rest === undefined || rest.length === 0) return undetermined(expected, 'no call behind a read of status 7');
  const tried = rest.map(({ operationId }) => operationId ?? '').filter((operation) => retries.has(operation));
  return verdictOf(tried.length === 0, expected, tried.length === 0 ? expected : `sent: ${tried.join(', ')}`);
};

/** Behind the read that shows the error (status 6) a new submission led out of it, or a ticket was accepted. */
export const errorAnswered: Evaluate = (evidence) => {
  const expected = 'a submission that leads out of the error, or an accepted ticket about the cardholder';
  const rest = after(evidence.exchanges, cardholderStatus.Error);
  if (rest === undefined) return undetermined(expected, 'no read showed status 6');
  const submission = rest.find(({ operationId }) => operationId === 'submitKyc');
  const ticket = ticketAbout(rest, numberArgument(evidence, 'cardholderId'));
  const statuses = rest.map((exchange) => numberMember(exchange, 'status')).filter((status) => status !== undefined);
  const left = statuses.some((status) => status !== cardholderStatus.Error);
  const received = `submission: ${inWords(submission)}, statuses ${inARow(statuses)}, ticket: ${inWords(ticket)}`;
  const resubmitted = submission !== undefined && isAccepted(submission) && left;
  if (resubmitted || (ticket !== undefined && isAccepted(ticket))) return verdictOf(true, expected, received);
  return rest.some(isSilent) ? undetermined(expected, received) : verdictOf(false, expected, received);
};
