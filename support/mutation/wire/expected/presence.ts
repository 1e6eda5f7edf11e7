import { isObject, pointerOf, type JsonObject } from '../../../json/json-pointer.js';
import type { ExpectedClass } from '../wire-mutant.js';
import { inWords } from './broken.js';
import { lesser, markAt, ruleMark, type Mark } from './mark.js';
import { describes, type Place } from './place.js';
import { classOf, strengthOf } from './policy.js';
import type { Statement } from './statement.js';

/** What the absence of a member should bring. */
export interface Absence {
  readonly expected: ExpectedClass;
  readonly because: string;
}

/**
 * What leaving out a member should bring: legal unless it is required. That it is there is known as well as the member
 * itself, or as `x-rules` says; at the root of an answer no better than that the answer has this form (`answer`, null where
 * the answer says nothing of its own).
 */
export function absenceOf(document: JsonObject, owner: Place, name: string, answer: Mark | null): Absence {
  const absences = owner.statements
    .filter(({ schema }) => Array.isArray(schema['required']) && schema['required'].includes(name))
    .map((statement) => {
      const known = ruleOf(statement, name) ?? memberMark(document, [statement, ...owner.statements], name);
      const mark = answer === null || owner.pointer !== '' ? known : lesser(known, { ...answer, questions: [] });
      return { expected: classOf(mark, 'presence'), because: inWords(`${statement.pointer}/required ${name}`, mark) };
    })
    .sort((a, b) => strengthOf(b.expected) - strengthOf(a.expected));
  return absences[0] ?? { expected: 'legal', because: `${name} is not required` };
}

function ruleOf({ schema, mark }: Statement, name: string): Mark | null {
  const rules = schema['x-rules'];
  const required = isObject(rules) ? rules['required'] : undefined;
  if (!isObject(required)) return null;
  return Object.hasOwn(required, name) ? ruleMark(required[name], mark) : ruleMark(required, mark);
}

function memberMark(document: JsonObject, statements: readonly Statement[], name: string): Mark {
  const described = statements.find((statement) => describes(statement, name));
  if (described !== undefined) return markAt(document, described.pointer + pointerOf('properties', name));
  const [first] = statements;
  if (first === undefined) throw new Error(`nothing requires ${name}`);
  return first.mark;
}
