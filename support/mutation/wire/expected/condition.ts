import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';

type Keyword = (rule: unknown, value: Json) => boolean;

/** The keywords that conditions of the contract are made of. */
const keywords: Readonly<Record<string, Keyword>> = {
  const: (rule, value) => isDeepStrictEqual(rule, value),
  enum: (rule, value) => (rule as readonly unknown[]).some((word) => isDeepStrictEqual(word, value)),
  required: (rule, value) =>
    !isObject(value) || (rule as readonly string[]).every((name) => Object.hasOwn(value, name)),
  properties: (rule, value) =>
    !isObject(value) ||
    Object.entries(rule as JsonObject).every(
      ([name, part]) => !Object.hasOwn(value, name) || conditionHolds(part, value[name] as Json),
    ),
};

/** Whether a value meets the condition of an `if`. Throws for a keyword that no condition had before. */
export function conditionHolds(condition: unknown, value: Json): boolean {
  if (typeof condition === 'boolean') return condition;
  if (!isObject(condition)) throw new Error('a condition of the contract is no schema');
  return Object.entries(condition)
    .filter(([keyword]) => !keyword.startsWith('x-'))
    .every(([keyword, rule]) => {
      const read = keywords[keyword];
      if (read === undefined) throw new Error(`wire mutants cannot read ${keyword} in a condition`);
      return read(rule, value);
    });
}
