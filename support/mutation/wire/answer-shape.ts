import { isObject } from '../../json/json-pointer.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { typeWord } from './expected/keyword-readings.js';

/**
 * What two answers must have in common to give the same mutants: operation, status, media type, the members of the body
 * with their types, and what the list was ordered by. Null without an answer.
 */
export function answerShape({ operationId, response, request }: Exchange): string | null {
  if (response === null) return null;
  const { status, headers, body } = response;
  const { orderBy = '', sort = '' } = request.query;
  const form = body.kind === 'json' ? shapeOf(body.value) : body.kind;
  return [operationId, status, headers['content-type'], orderBy, sort, form].join(' ');
}

/** Of a list, what its items have in common counts once. */
function shapeOf(value: Json): string {
  if (Array.isArray(value)) return `[${[...new Set((value as readonly Json[]).map(shapeOf))].join()}]`;
  if (!isObject(value)) return typeWord(value);
  const members = Object.entries(value as Readonly<Record<string, Json>>);
  return `{${members.map(([name, member]) => `${name}:${shapeOf(member)}`).join()}}`;
}
