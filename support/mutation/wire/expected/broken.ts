import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import type { ExpectedClass } from '../wire-mutant.js';
import { keywordReadings, typeWord } from './keyword-readings.js';
import type { Mark } from './mark.js';
import { classOf, strengthOf, type Side } from './policy.js';
import { keywordMark, type Statement } from './statement.js';

/** A statement that a value breaks, and what that should bring. */
export interface Broken {
  readonly keyword: string;
  readonly expected: ExpectedClass;
  readonly because: string;
}

/** What the statements about one place say against a value, the strongest first. Members of an object are not looked at. */
export function brokenBy(statements: readonly Statement[], value: Json): readonly Broken[] {
  return statements
    .flatMap((statement) =>
      Object.entries(statement.schema)
        .filter(([keyword, rule]) => keywordReadings(keyword)?.(rule, value) === false)
        .map(([keyword]) => brokenOf(statement, keyword, value)),
    )
    .sort((a, b) => strengthOf(b.expected) - strengthOf(a.expected));
}

function brokenOf(statement: Statement, keyword: string, value: Json): Broken {
  const mark = keywordMark(statement, keyword);
  const expected = isAddition(statement, keyword, value)
    ? 'advisory'
    : classOf(mark, sideOf(statement, keyword, value));
  return { keyword, expected, because: inWords(`${statement.pointer}/${keyword}`, mark) };
}

/** A new word of an enumeration is an addition, which the vendor allows itself, unless the contract closes it. */
function isAddition({ schema }: Statement, keyword: string, value: Json): boolean {
  if (keyword !== 'enum' || !hasTypeOf(schema['enum'], value)) return false;
  const rules = schema['x-rules'];
  return !(isObject(rules) && isObject(rules['enum']) && rules['enum']['closed'] === true);
}

function sideOf({ schema }: Statement, keyword: string, value: Json): Side {
  if (keyword === 'type') return 'type';
  return keyword === 'enum' && !hasTypeOf(schema['enum'], value) ? 'type' : 'value';
}

function hasTypeOf(words: unknown, value: Json): boolean {
  return Array.isArray(words) && words.some((word) => isDeepStrictEqual(typeWord(word as Json), typeWord(value)));
}

/** A statement of the contract with how well it is known, for the auditor. */
export function inWords(pointer: string, { provenance, source, questions }: Mark): string {
  const covered = questions.length === 0 ? '' : `, covered by ${questions.join(', ')}`;
  return `${pointer} is ${provenance}${source === '' ? '' : ` (${source})`}${covered}`;
}
