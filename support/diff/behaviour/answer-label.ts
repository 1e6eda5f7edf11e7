import { answerClasses } from '../../client/answer-classes.js';
import { classifyAnswer } from '../../client/classify-answer.js';
import { isObject } from '../../json/json-pointer.js';
import type { Exchange } from '../../trace/exchange.js';
import type { MessageKind } from './observed-operation.js';

/** What an answer label stands for. */
export type AnswerFamily = 'success' | 'refusal' | 'none';

/** A machine's word for an error; anything else under that name is free text and is left out. */
const codeWord = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const lost = 'no answer: ';

/**
 * An answer in a few words: `200`, `409 refused_by_state`, `200 refused validation_failed` where only the body says no, or
 * `no answer: reset`. Messages are prose and are never part of it.
 */
export function answerLabel(exchange: Exchange): string {
  const { response } = exchange;
  if (response === null) return `${lost}${exchange.failure?.class ?? 'unknown'}`;
  if (kindOf(exchange) === 'success') return String(response.status);
  const words = [String(response.status), ...(response.status < 300 ? ['refused'] : []), errorCode(exchange) ?? ''];
  return words.filter((word) => word !== '').join(' ');
}

/** The label without the error code: what is counted as a status. */
export function statusOf(label: string): string {
  return label.startsWith(lost) ? label : label.replace(/^(\d+(?: refused)?).*$/, '$1');
}

/** Whether a label says yes, no, or nothing. */
export function familyOf(label: string): AnswerFamily {
  if (label.startsWith(lost)) return 'none';
  return /^2\d\d$/.test(label) ? 'success' : 'refusal';
}

/** Which kind of message an exchange brought us. */
export function kindOf(exchange: Exchange): MessageKind {
  if (isInbound(exchange)) return 'inbound';
  return answerClasses[classifyAnswer(exchange)].says === 'yes' ? 'success' : 'refusal';
}

/** True for a call that the platform made to us: there, the request is what the target said. */
export function isInbound({ identity }: Pick<Exchange, 'identity'>): boolean {
  return identity === 'inbound';
}

function errorCode({ response }: Exchange): string | null {
  const body = response?.body;
  if (body?.kind !== 'json' || !isObject(body.value)) return null;
  const code = body.value['code'];
  if (typeof code === 'number' && Number.isInteger(code) && Math.abs(code) < 100_000) return String(code);
  return typeof code === 'string' && codeWord.test(code) ? code : null;
}
