import type { Exchange } from '../../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, isRefused, items } from '../answer.js';
import { last, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** Calls that issue a card. */
const issuing: ReadonlySet<string | null> = new Set(['issueVirtualCard', 'issuePhysicalCard']);

/** The card a call issued, as text: empty for a refusal, undefined where what became of the call is not known. */
function issuedBy(exchange: Exchange): string | undefined {
  if (exchange.adopted !== undefined) return String(exchange.adopted.id);
  if (isRefused(exchange)) return '';
  const id = isAccepted(exchange) ? asText(at(answered(exchange), '/cardId')) : '';
  return id === '' ? undefined : id;
}

/**
 * The list of a cardholder's cards (the last exchange) holds the cards that the calls before it issued, and none that was
 * refused. Whatever else stands among the calls is passed over.
 */
export const onlyIssuedListed: Evaluate = (evidence) => {
  const expected = 'the cards that were issued, and none from a refused request';
  const list = last(evidence);
  const calls = evidence.exchanges.filter(({ operationId }) => issuing.has(operationId));
  const shown = list === undefined || !isAccepted(list) ? undefined : items(list);
  if (shown === undefined) return undetermined(expected, inWords(list));
  const issued = calls.map(issuedBy);
  if (calls.length === 0 || issued.includes(undefined))
    return undetermined(expected, 'a request whose end is not known');
  const strange = shown.map((item) => asText(at(item, '/cardId'))).filter((id) => !issued.includes(id));
  return verdictOf(
    strange.length === 0,
    expected,
    `${String(shown.length)} card(s) listed, ${String(strange.length)} of them not issued`,
  );
};
