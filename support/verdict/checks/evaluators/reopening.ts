import type { Exchange } from '../../../trace/exchange.js';
import { inWords, isAccepted, isRefused, isSilent, numberMember } from '../answer.js';
import { inReading, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { inARow } from '../in-a-row.js';
import { cardholderStatus } from '../status-words.js';

/** The calls that may reopen a declined review, and the reading of C-02 each of them is. */
const readings: Readonly<Record<string, 'refresh' | 'submit'>> = { refreshKycUrl: 'refresh', submitKyc: 'submit' };

/** A review that was opened again. */
export interface Reopening {
  readonly reading: 'refresh' | 'submit';
  /** The last accepted call before the read. */
  readonly call: Exchange;
  /** The first read that shows status 3 (Under Review). */
  readonly read: Exchange;
}

/** How a declined review was opened again, from the calls and reads after the decline; undefined when they do not tell. */
export function reopeningOf(exchanges: readonly Exchange[]): Reopening | undefined {
  const open = exchanges.findIndex((read) => numberMember(read, 'status') === cardholderStatus['Under Review']);
  const read = exchanges[open];
  const call = exchanges
    .slice(0, Math.max(open, 0))
    .findLast((each) => isAccepted(each) && Object.hasOwn(readings, each.operationId ?? ''));
  const reading = readings[call?.operationId ?? ''];
  return read === undefined || call === undefined || reading === undefined ? undefined : { reading, call, read };
}

/**
 * A declined review was opened again: one of the reads shows Under Review. Which call does it is open (C-02); the matrix
 * names the replacement link.
 */
export const reviewResumed: Evaluate = ({ exchanges }) => {
  const seen = exchanges.map((exchange) => numberMember(exchange, 'status')).filter((status) => status !== undefined);
  const expected = 'status 3 (Under Review) among the reads';
  if (seen.length === 0) return undetermined(expected, 'no status read');
  const resumed = seen.includes(cardholderStatus['Under Review']);
  const reading = reopeningOf(exchanges)?.reading;
  const words = reading === undefined ? '' : ` after ${reading === 'submit' ? 'kyc-submit' : 'kyc-url/refresh'}`;
  const finding = verdictOf(resumed, expected, `statuses ${inARow(seen)}${words}`);
  return reading === undefined ? finding : inReading(finding, 'C-02', reading, reading === 'submit');
};

/**
 * A declined cardholder gets a replacement link, or, where that is refused (the call's own page wants status 3), may submit
 * again. The first exchange asks for the link, a second one submits.
 */
export const triedAgain: Evaluate = ({ exchanges: [refresh, submit] }) => {
  const expected = 'a replacement link or a new submission accepted';
  if (refresh === undefined || isSilent(refresh)) return undetermined(expected, inWords(refresh));
  if (isAccepted(refresh)) return verdictOf(true, expected, `link: ${inWords(refresh)}`);
  const received = `link: ${inWords(refresh)}, submission: ${inWords(submit)}`;
  if (!isRefused(refresh) || (submit !== undefined && isSilent(submit))) return undetermined(expected, received);
  const again = submit !== undefined && isAccepted(submit);
  return inReading(verdictOf(again, expected, received), 'C-02', 'submit', true);
};
