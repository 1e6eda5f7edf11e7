import { contractError } from '../../messages/contract-messages.js';
import { walkDocument, type DocumentNode } from './document-walk.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { provenances, type Provenance } from '../../judgement/provenance.js';

/** How well a rule is known: who says it, where, and which open questions cover it. */
export interface Standing {
  readonly provenance: Provenance;
  readonly source: string;
  readonly questions: readonly string[];
}

/** Where everything in a contract document stands. */
export interface Places {
  /** JSON Pointer of an object of the document; empty for an object that is none. */
  readonly pointer: (object: object) => string;
  /** Standing of an object: its own marks, else those of the nearest enclosing one; unmarked is `assumed`. */
  readonly standing: (object: object) => Standing;
  /** Standing of one keyword of a schema: its entry in x-rules, else the schema's. */
  readonly ruleStanding: (schema: object, keyword: string) => Standing;
  /** Standing of "this member is required" where x-rules states it, for the member or for all; else null. */
  readonly requiredStanding: (schema: object, member: string) => Standing | null;
  /** True when the object carries marks of its own. */
  readonly marked: (object: object) => boolean;
  /** True when x-rules calls the enum of a schema closed: a new value is then no addition but a violation. */
  readonly closedEnum: (schema: object) => boolean;
}

interface Entry {
  readonly pointer: string;
  readonly standing: Standing;
  readonly marked: boolean;
}

const nowhere: Standing = { provenance: 'assumed', source: '', questions: [] };

/** Indexes a document by object identity. An unknown provenance word is CON-112. */
export function placesOf(document: JsonObject): Places {
  const entries = new WeakMap<object, Entry>();
  walkDocument(document, (node) => entries.set(node.value, entryOf(node, entries)));
  const standing = (object: object): Standing => entries.get(object)?.standing ?? nowhere;
  const ofRule = (schema: object, rule: JsonObject): Standing =>
    standingOf(rule, standing(schema), (entries.get(schema)?.pointer ?? '') + pointerOf('x-rules'));
  return {
    standing,
    pointer: (object) => entries.get(object)?.pointer ?? '',
    marked: (object) => entries.get(object)?.marked ?? false,
    ruleStanding: (schema, keyword) => {
      const rule = ruleOf(schema, keyword);
      return rule === null ? standing(schema) : ofRule(schema, rule);
    },
    requiredStanding: (schema, member) => {
      const rule = ruleOf(schema, 'required');
      const ofMember = rule !== null && Object.hasOwn(rule, member) ? rule[member] : rule;
      if (!isObject(ofMember) || typeof ofMember['provenance'] !== 'string') return null;
      return ofRule(schema, ofMember);
    },
    closedEnum: (schema) => ruleOf(schema, 'enum')?.['closed'] === true,
  };
}

function entryOf(node: DocumentNode, entries: WeakMap<object, Entry>): Entry {
  const enclosing = node.parent === null ? undefined : entries.get(node.parent.value);
  const marked = node.value['x-provenance'] !== undefined;
  const inherited = enclosing?.standing ?? nowhere;
  const marks = {
    provenance: node.value['x-provenance'],
    source: node.value['x-source'],
    questions: node.value['x-questions'],
  };
  // A marked object speaks for itself: questions about what encloses it do not cover it.
  const base = marked ? { ...inherited, questions: [] } : inherited;
  return { pointer: node.pointer, standing: standingOf(marks, base, node.pointer), marked };
}

function ruleOf(schema: object, keyword: string): JsonObject | null {
  const rules: unknown = (schema as JsonObject)['x-rules'];
  const rule = isObject(rules) && Object.hasOwn(rules, keyword) ? rules[keyword] : undefined;
  return isObject(rule) ? rule : null;
}

function standingOf(marks: JsonObject, base: Standing, pointer: string): Standing {
  const { provenance, source, questions } = marks;
  if (provenance !== undefined && !isProvenance(provenance)) {
    const expected = provenances.join(', ');
    throw contractError('CON-112', { value: JSON.stringify(provenance), member: 'provenance', pointer, expected });
  }
  const own = Array.isArray(questions) ? questions.map(String) : [];
  return {
    provenance: provenance ?? base.provenance,
    source: typeof source === 'string' ? source : base.source,
    questions: own.length === 0 ? base.questions : [...new Set([...base.questions, ...own])],
  };
}

function isProvenance(value: unknown): value is Provenance {
  return (provenances as readonly unknown[]).includes(value);
}
