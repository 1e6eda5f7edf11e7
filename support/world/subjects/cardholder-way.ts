import type { Exchange } from '../../trace/exchange.js';
import { inWords, tookEffect } from '../../verdict/checks/answer.js';
import type { CardholderStatusWord } from '../../verdict/checks/status-words.js';
import { preconditionNotMet } from '../stop-scenario.js';
import type { SyntheticPerson } from '../synthetic-person.js';
import type { CardholderReview } from './cardholder-review.js';

/** What the way into a status takes of "the cardholder". */
interface CardholderCalls {
  readonly review: CardholderReview;
  create(details: Partial<SyntheticPerson>): Promise<Exchange>;
  submit(): Promise<Exchange>;
  decide(result: 'pass' | 'fail'): Promise<Exchange>;
}

/**
 * The steps that bring about a new cardholder in the status, by ordinary calls and the documented simulation. Statuses
 * that only come by themselves, or that no call leads to, have no way. Source: docs/cardholders-and-compliance.
 */
export function wayTo(
  cardholders: CardholderCalls,
  status: CardholderStatusWord,
  details: Partial<SyntheticPerson>,
): readonly (() => Promise<void>)[] {
  const draft = async () => {
    const exchange = await cardholders.create(details);
    if (!tookEffect(exchange)) throw preconditionNotMet('a new cardholder', inWords(exchange));
  };
  const review = async () => {
    await cardholders.submit();
    await cardholders.review.arriveAt('Under Review');
  };
  let isEnded = false;
  const reviewFor = (end: CardholderStatusWord) => async () => {
    await cardholders.submit();
    isEnded = await cardholders.review.openOrEnded(end);
  };
  const decide = (result: 'pass' | 'fail', end: CardholderStatusWord) => async () => {
    if (isEnded) return;
    const exchange = await cardholders.decide(result);
    if (!tookEffect(exchange)) throw preconditionNotMet(`the review result ${result} to be forced`, inWords(exchange));
    await cardholders.review.arriveAt(end);
  };
  switch (status) {
    case 'Draft':
      return [draft];
    case 'Under Review':
      return [draft, review];
    case 'Approved':
      return [draft, reviewFor('Approved'), decide('pass', 'Approved')];
    case 'Compliance Decline':
      return [draft, reviewFor('Compliance Decline'), decide('fail', 'Compliance Decline')];
    case 'Pending':
    case 'Deleted':
    case 'Error':
    case 'Admin Decline':
      throw preconditionNotMet(`a cardholder in status ${status}`, 'no call that brings it about');
    default:
      return status satisfies never;
  }
}
