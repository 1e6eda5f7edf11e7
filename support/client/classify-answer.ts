import type { Body, Exchange, ExchangeResponse } from '../trace/exchange.js';
import type { AnswerClass } from './answer-classes.js';

/** A class for a range of status codes, where its condition on the body holds. */
interface StatusRule {
  readonly from: number;
  readonly to: number;
  readonly class: AnswerClass;
  readonly when?: (body: Body) => boolean;
}

const exactly = (status: number, answerClass: AnswerClass): StatusRule => ({
  from: status,
  to: status,
  class: answerClass,
});

/** The words of the network layer. Source: docs/ip-allowlisting-and-network-security. */
const networkWords = /no authorised ips configured/i;

const saysError = (body: Body): boolean =>
  body.kind === 'json' &&
  typeof body.value === 'object' &&
  body.value !== null &&
  (body.value as Readonly<Record<string, unknown>>)['status'] === 'error';

const saysNetwork = (body: Body): boolean =>
  networkWords.test(body.kind === 'text' ? body.text : body.kind === 'json' ? JSON.stringify(body.value) : '');

/** First match wins. Sources: docs/recipe-program-launch-checklist, docs/recipe-zero-to-funded-card. */
const rules: readonly StatusRule[] = [
  { from: 200, to: 299, class: 'error-word', when: saysError },
  { from: 200, to: 299, class: 'accepted' },
  { from: 300, to: 399, class: 'redirection' },
  exactly(400, 'malformed-request'),
  exactly(401, 'key-refused'),
  { ...exactly(403, 'network-refusal'), when: saysNetwork },
  exactly(403, 'forbidden'),
  exactly(404, 'not-found'),
  exactly(409, 'state-conflict'),
  exactly(422, 'invalid-data'),
  exactly(429, 'rate-limited'),
  { from: 400, to: 499, class: 'other-refusal' },
  { from: 500, to: 599, class: 'server-failure' },
];

/** Says what an exchange ended with. Never throws; every exchange has exactly one class. */
export function classifyAnswer({ response, failure }: Pick<Exchange, 'response' | 'failure'>): AnswerClass {
  if (response !== null) return ofResponse(response);
  return failure?.class ?? 'protocol';
}

function ofResponse({ status, body }: ExchangeResponse): AnswerClass {
  const rule = rules.find(({ from, to, when }) => status >= from && status <= to && (when?.(body) ?? true));
  return rule?.class ?? 'unknown-status';
}
