import type { Body, Exchange, ExchangeResponse, Json } from '../../trace/exchange.js';
import { answerClasses } from '../../client/answer-classes.js';
import { classifyAnswer } from '../../client/classify-answer.js';
import { segmentsOf } from '../../json/json-pointer.js';
import type { Alteration } from './sight.js';

/** Who speaks in the body: the answer to our call, or the request of a call the platform makes to us. */
export type SpeakingSide = 'request' | 'response';

/** The call answered the other way: a refusal in the place of a success, a success in the place of anything else. */
export const reversedAnswer: Alteration = {
  key: 'answer',
  reads: null,
  apply: (exchange) => [answered(exchange, saysYes(exchange) ? refusal : success)],
};

const success = response(200, { status: 'success' });
const refusal = response(400, { status: 'error', code: 'refused', message: 'refused' });

function response(status: number, value: Json): ExchangeResponse {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: { kind: 'json', value, duplicateKeys: [] } };
}

function answered(exchange: Exchange, answer: ExchangeResponse): Exchange {
  return { ...exchange, response: answer, failure: null };
}

function saysYes(exchange: Exchange): boolean {
  return answerClasses[classifyAnswer(exchange)].says === 'yes';
}

/** The member at a pointer of the body left out. */
export function withoutMember(side: SpeakingSide, pointer: string): Alteration {
  return bodyAlteration(side, 'without', pointer, [undefined]);
}

/** Another value at a pointer of the body, or a member where there was none. */
export function otherValue(side: SpeakingSide, pointer: string, others: readonly Json[]): Alteration {
  return bodyAlteration(side, `other ${JSON.stringify(others)}`, pointer, others);
}

function bodyAlteration(
  side: SpeakingSide,
  what: string,
  pointer: string,
  others: readonly (Json | undefined)[],
): Alteration {
  const segments = segmentsOf(pointer);
  return {
    key: `${what} ${pointer}`,
    // A recorded exchange keeps the JSON of a body as its `value`.
    reads: `/${side}/body/value${pointer}`,
    apply: (exchange) =>
      others.map((other) => changedBody(exchange, side, (value) => replaced(value, segments, other))),
  };
}

/** An exchange with other JSON in a body; without JSON there it stays as it is. */
export function changedBody(exchange: Exchange, side: SpeakingSide, change: (value: Json) => Json): Exchange {
  const { request, response: answer } = exchange;
  const message = side === 'request' ? request : answer;
  if (message?.body.kind !== 'json') return exchange;
  const body: Body = { ...message.body, value: change(message.body.value) };
  if (side === 'request') return { ...exchange, request: { ...request, body } };
  return answer === null ? exchange : { ...exchange, response: { ...answer, body } };
}

/** A copy with another value at a path, everything beside it shared; undefined removes the member. */
function replaced(value: Json, segments: readonly string[], other: Json | undefined): Json {
  const [name, ...rest] = segments;
  if (name === undefined) return other ?? null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.map((item, index) => (String(index) === name ? replaced(item, rest, other) : item));
  }
  const { [name]: member, ...others } = value as Readonly<Record<string, Json>>;
  if (rest.length === 0 && other === undefined) return others;
  return { ...(value as Readonly<Record<string, Json>>), [name]: replaced(member ?? null, rest, other) };
}
