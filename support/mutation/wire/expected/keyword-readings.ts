import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../trace/exchange.js';

/** Tells whether a value keeps a keyword; true for a keyword that does not speak of values of its type. */
export type KeywordReading = (rule: unknown, value: Json) => boolean;

const number =
  (keeps: (value: number, bound: number) => boolean): KeywordReading =>
  (rule, value) =>
    typeof value !== 'number' || keeps(value, Number(rule));
const text =
  (keeps: (value: string, rule: unknown) => boolean): KeywordReading =>
  (rule, value) =>
    typeof value !== 'string' || keeps(value, rule);

/** The formats of the contract, read loosely: mutants only need to tell a value from plain nonsense. */
const formats: Readonly<Record<string, RegExp>> = {
  uri: /^[a-z][a-z0-9+.-]*:[^\s]+$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** Our own reading of the keywords of JSON Schema that the contract's answers use, apart from the judge's library. */
const readings: Readonly<Record<string, KeywordReading>> = {
  type: (rule, value) => allowedTypes(rule).some((type) => isOfType(type, value)),
  enum: (rule, value) => (rule as readonly unknown[]).some((word) => isDeepStrictEqual(word, value)),
  const: (rule, value) => isDeepStrictEqual(rule, value),
  minimum: number((value, bound) => value >= bound),
  maximum: number((value, bound) => value <= bound),
  exclusiveMinimum: number((value, bound) => value > bound),
  exclusiveMaximum: number((value, bound) => value < bound),
  minLength: text((value, bound) => Array.from(value).length >= Number(bound)),
  maxLength: text((value, bound) => Array.from(value).length <= Number(bound)),
  pattern: text((value, rule) => new RegExp(String(rule), 'u').test(value)),
  format: text((value, rule) => formatOf(String(rule)).test(value)),
};

/** Keywords that say nothing about the value itself, or that others here read. */
const silent = new Set([
  ...['$ref', 'allOf', 'if', 'then', 'else', 'properties', 'items', 'required', 'additionalProperties'],
  ...['title', 'description', 'default', 'example', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
]);

/** The reading of a keyword; null for one that says nothing about a single value. Throws for an unknown one. */
export function keywordReadings(keyword: string): KeywordReading | null {
  if (keyword.startsWith('x-') || silent.has(keyword)) return null;
  const found = readings[keyword];
  if (found === undefined) throw new Error(`wire mutants cannot read the keyword ${keyword}`);
  return found;
}

/** The type words of a `type` keyword. */
export function allowedTypes(rule: unknown): readonly string[] {
  return (Array.isArray(rule) ? rule : [rule]).map(String);
}

/** The narrowest type word of a value. */
export function typeWord(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function isOfType(type: string, value: Json): boolean {
  const word = typeWord(value);
  return word === type || (type === 'number' && word === 'integer');
}

function formatOf(name: string): RegExp {
  const found = formats[name];
  if (found === undefined) throw new Error(`wire mutants cannot read the format ${name}`);
  return found;
}
