import type { Exchange } from '../../trace/exchange.js';
import { membersOf } from '../../trace/transitions/json-members.js';
import { record, textMember } from './answer.js';

/**
 * The link to the hosted identity check in an answer: `applicationLink`, or else its one member that is a URL, because no page names
 * the member of a replacement link. Undefined where there is none, or more than one it could be.
 * Source: docs/guide-onboard-a-cardholder, reference/post_cardholders-cardholderid-kyc-url-refresh.
 */
export function hostedLink(exchange: Exchange): string | undefined {
  const named = textMember(exchange, 'applicationLink');
  if (named !== undefined) return named;
  const texts = Object.values(membersOf(record(exchange))).filter((value) => typeof value === 'string');
  const links = texts.filter((text) => /^https?:\/\//i.test(text));
  return links.length === 1 ? links[0] : undefined;
}
