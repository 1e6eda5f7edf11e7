import { isObject, segmentsOf, type JsonObject } from '../../../json/json-pointer.js';
import { provenances, type Provenance } from '../../../judgement/provenance.js';

/**
 * What the contract says of its own statement: how well it is known, the page, and the open questions that cover it. Read
 * here straight from the document, not through the judge, so that both can be held against each other.
 */
export interface Mark {
  readonly provenance: Provenance;
  readonly source: string;
  readonly questions: readonly string[];
}

const unmarked: Mark = { provenance: 'assumed', source: '', questions: [] };

/** The marks in force at a place of the document: those of the nearest marked object on the way there. */
export function markAt(document: JsonObject, pointer: string): Mark {
  let mark = ownMark(document, unmarked);
  let value: unknown = document;
  for (const segment of segmentsOf(pointer)) {
    value = (value as Readonly<Record<string, unknown>>)[segment];
    if (isObject(value)) mark = ownMark(value, mark);
  }
  return mark;
}

/** The marks of one object: an object with a provenance of its own speaks for itself, any other adds its questions. */
function ownMark(object: JsonObject, enclosing: Mark): Mark {
  const own = Array.isArray(object['x-questions']) ? object['x-questions'].map(String) : [];
  if (!isMarked(object)) return own.length === 0 ? enclosing : { ...enclosing, questions: own };
  const source = object['x-source'];
  return {
    provenance: provenanceWord(object['x-provenance']),
    source: typeof source === 'string' ? source : enclosing.source,
    questions: own,
  };
}

/** True for an object that says itself how well it is known. */
export function isMarked(object: JsonObject): boolean {
  return object['x-provenance'] !== undefined;
}

/** Marks as an entry of `x-rules` gives them, over those of the schema. Null when the entry says nothing itself. */
export function ruleMark(entry: unknown, schema: Mark): Mark | null {
  if (!isObject(entry) || entry['provenance'] === undefined) return null;
  const { source, questions } = entry;
  const own = Array.isArray(questions) ? questions.map(String) : [];
  return {
    provenance: provenanceWord(entry['provenance']),
    source: typeof source === 'string' ? source : schema.source,
    // A rule of a schema stays under the questions of that schema.
    questions: [...new Set([...schema.questions, ...own])],
  };
}

/** The less well known of two, under the questions of both. */
export function lesser(one: Mark, other: Mark): Mark {
  const { provenance, source } = rank(other) > rank(one) ? other : one;
  return { provenance, source, questions: [...new Set([...one.questions, ...other.questions])] };
}

/** Higher is known less well; what an operator vouches for counts as a page does. */
function rank({ provenance }: Mark): number {
  return provenance === 'confirmed' ? 0 : provenances.indexOf(provenance);
}

function provenanceWord(word: unknown): Provenance {
  const found = provenances.find((known) => known === word);
  if (found === undefined) throw new Error(`the contract has an unknown provenance ${JSON.stringify(word)}`);
  return found;
}
