import { answerClasses } from '../../client/answer-classes.js';
import { classifyAnswer } from '../../client/classify-answer.js';
import type { Exchange, Json } from '../../trace/exchange.js';

/** The JSON body of an answer, or undefined when there is none. */
export function answered(exchange: Exchange): Json | undefined {
  const body = exchange.response?.body;
  return body?.kind === 'json' ? body.value : undefined;
}

/** The JSON body of a request, or undefined when there is none. */
export function requested(exchange: Exchange): Json | undefined {
  return exchange.request.body.kind === 'json' ? exchange.request.body.value : undefined;
}

/** The value at a JSON Pointer (RFC 6901), or undefined. */
export function at(value: Json | undefined, pointer: string): Json | undefined {
  if (pointer === '') return value;
  let current: Json | undefined = value;
  for (const raw of pointer.slice(1).split('/')) {
    if (current === null || typeof current !== 'object') return undefined;
    const key = raw.includes('~') ? raw.replaceAll('~1', '/').replaceAll('~0', '~') : raw;
    current = (current as Readonly<Record<string, Json>>)[key];
  }
  return current;
}

/** A value as text: ids come as numbers on some calls and as text on others (E-19). Anything else is empty. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * True for an answer that says yes: 2xx whose body does not say `status: "error"`.
 * Source: docs/recipe-zero-to-funded-card (a body with that word is a failure whatever the code).
 */
export function isAccepted(exchange: Exchange): boolean {
  return answerClasses[classifyAnswer(exchange)].says === 'yes';
}

/** True for a call that did what it should: accepted, or, when its answer was lost, found to have taken effect. */
export function tookEffect(exchange: Exchange): boolean {
  return isAccepted(exchange) || exchange.adopted !== undefined;
}

/** True for an answer that says no: 4xx, or 2xx whose body says `status: "error"`. A 5xx is no refusal, nor is 429. */
export function isRefused(exchange: Exchange): boolean {
  return answerClasses[classifyAnswer(exchange)].says === 'no';
}

/** True for what says nothing about a rule: no HTTP answer at all, or a server that failed. */
export function isSilent({ response }: Exchange): boolean {
  return response === null || response.status >= 500;
}

/** The items of a list answer; undefined when the answer is no list. */
export function items(exchange: Exchange): readonly Json[] | undefined {
  const list = at(answered(exchange), '/items');
  return Array.isArray(list) ? (list as readonly Json[]) : undefined;
}

/** An answer in words, without any body content: what a check may say it received. */
export function inWords(exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'no call';
  if (exchange.failure !== null) return `no HTTP answer (${exchange.failure.class})`;
  if (exchange.response === null) return 'no HTTP answer';
  const word = at(answered(exchange), '/status') === 'error' ? ', body status "error"' : '';
  return `HTTP ${String(exchange.response.status)}${word}`;
}

/** The wrappers an object may come in; how single-object reads nest is not documented. */
export const wrappers: readonly string[] = ['', '/result', '/data', '/cardholder', '/card', '/cardDetails', '/wallet'];

/** Other names a member goes by on reads: the state of a card (E-22), and its creation time (C-19). */
const otherNames: Readonly<Record<string, string>> = { issuerCardStatus: 'status', createdDatetime: 'dateCreated' };

function namesOf(name: string): readonly string[] {
  const other = otherNames[name];
  return other === undefined ? [name] : [name, other];
}

/**
 * A member of a single-object answer of the wanted JSON type, wherever the object is nested and whichever name it has
 * there. The type matters: an envelope's `status` is text, a cardholder's is a number.
 */
export function member(exchange: Exchange, name: string, type: 'number' | 'string' | 'object'): Json | undefined {
  for (const known of namesOf(name)) {
    for (const wrapper of wrappers) {
      const value = at(answered(exchange), `${wrapper}/${known}`);
      if (value !== undefined && value !== null && typeof value === type) return value;
    }
  }
  return undefined;
}

/** A member of a list item, whichever name it has there; undefined when it has neither. */
export function itemMember(item: Json, name: string): Json | undefined {
  return namesOf(name)
    .map((known) => at(item, `/${known}`))
    .find((value) => value !== undefined);
}

/** The object of a single-object answer, without the envelope around it; undefined when the answer is no object. */
export function record(exchange: Exchange): Json | undefined {
  const body = answered(exchange);
  const inside = wrappers.slice(1).map((wrapper) => at(body, wrapper));
  return inside.find((value) => typeof value === 'object' && value !== null && !Array.isArray(value)) ?? body;
}

/** A number member of a single-object answer, or undefined. */
export function numberMember(exchange: Exchange, name: string): number | undefined {
  const value = member(exchange, name, 'number');
  return typeof value === 'number' ? value : undefined;
}

/** A text member of a single-object answer, or undefined. */
export function textMember(exchange: Exchange, name: string): string | undefined {
  const value = member(exchange, name, 'string');
  return typeof value === 'string' ? value : undefined;
}

/** True for the same value, of a text whatever its case: no page says that a text is kept as it was written. */
export function isSameText(shown: Json | undefined, sent: Json | undefined): boolean {
  if (typeof shown !== 'string' || typeof sent !== 'string') return shown === sent;
  return shown.trim().toLowerCase() === sent.trim().toLowerCase();
}
