import { isObject, localPointer, pointerOf, valueAt, type JsonObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import { conditionHolds } from './condition.js';
import { isMarked, lesser, markAt, ruleMark, type Mark } from './mark.js';

/** One schema object of the contract that speaks about a place. */
export interface Statement {
  readonly schema: JsonObject;
  /** Its JSON Pointer in the document. */
  readonly pointer: string;
  readonly mark: Mark;
  /** Marks of the references it was reached through, where they have any. */
  readonly via: readonly Mark[];
}

/** Keywords that combine schemas in a way these mutants do not read. The contract does without them in answers. */
const unread = ['anyOf', 'oneOf', 'not', 'patternProperties', 'dependentSchemas', 'prefixItems', 'contains'] as const;

/**
 * Every schema object that speaks about a value at a place of the document: the one there, what it refers to, its parts,
 * and the branch of a condition that applies. Throws for a keyword it cannot read: nothing may go unnoticed.
 */
export function statementsAt(
  document: JsonObject,
  pointer: string,
  value: Json,
  via: readonly Mark[] = [],
): readonly Statement[] {
  const schema = valueAt(document, pointer);
  if (!isObject(schema)) throw new Error(`the contract has no schema at ${pointer}`);
  const strange = unread.find((keyword) => schema[keyword] !== undefined);
  if (strange !== undefined) throw new Error(`wire mutants cannot read ${strange} at ${pointer}`);
  const mark = markAt(document, pointer);
  const reference = typeof schema['$ref'] === 'string' ? localPointer(schema['$ref']) : null;
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'].map((_part, index) => ['allOf', index] as const) : [];
  const branch = branchOf(schema, value);
  return [
    { schema, pointer, mark, via },
    ...(reference === null ? [] : statementsAt(document, reference, value, isMarked(schema) ? [...via, mark] : via)),
    ...parts.flatMap((place) => statementsAt(document, pointer + pointerOf(...place), value)),
    ...(branch === null ? [] : statementsAt(document, pointer + pointerOf(branch), value)),
  ];
}

function branchOf(schema: JsonObject, value: Json): 'then' | 'else' | null {
  if (schema['if'] === undefined) return null;
  const branch = conditionHolds(schema['if'], value) ? 'then' : 'else';
  return schema[branch] === undefined ? null : branch;
}

/** How well one keyword of a statement is known: its entry in `x-rules`, and no better than the references to it. */
export function keywordMark({ schema, mark, via }: Statement, keyword: string): Mark {
  const rules = schema['x-rules'];
  const own = isObject(rules) ? ruleMark(rules[keyword], mark) : null;
  return via.reduce(lesser, own ?? mark);
}
