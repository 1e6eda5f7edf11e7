import { asText, at, inWords, isAccepted, isRefused, requested } from '../answer.js';
import { last, listArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/**
 * The ticket was accepted, has priority 2 and names every particular (argument `particulars`: `name`, `text`) in its
 * message: amount, currency, date, sender, reference, expected destination. Source: docs/funding-and-deposits.
 */
export const ticketWithParticulars: Evaluate = (evidence) => {
  const ticket = last(evidence);
  const expected = 'an accepted ticket of priority 2 with all particulars';
  if (ticket === undefined || !(isAccepted(ticket) || isRefused(ticket)))
    return undetermined(expected, inWords(ticket));
  const particulars = listArgument(evidence, 'particulars');
  const message = asText(at(requested(ticket), '/message'));
  const absent = particulars.filter((entry) => !message.includes(asText(at(entry, '/text')) || '?'));
  const priority = at(requested(ticket), '/priority');
  const words = absent.map((entry) => asText(at(entry, '/name'))).join(', ');
  const received = `${inWords(ticket)}, priority ${asText(priority)}, ${words === '' ? 'all particulars' : `without ${words}`}`;
  const full = particulars.length > 0 && absent.length === 0;
  return verdictOf(isAccepted(ticket) && priority === 2 && full, expected, received);
};
