import { walkDocument, type DocumentNode } from '../../../contract/document/document-walk.js';
import { valueAt, type JsonObject } from '../../../json/json-pointer.js';
import { provenances } from '../../../judgement/provenance.js';

/** One edit of a document, made on a copy. */
export interface SmallEdit {
  readonly what: string;
  readonly document: JsonObject;
}

type Draft = Record<string, unknown>;

/** What can be written into a schema, whatever stands there. */
const writtenIntoSchemas: readonly JsonObject[] = [
  ...[{ additionalProperties: true }, { additionalProperties: false }, { additionalProperties: { type: 'string' } }],
  ...[{ type: ['integer', 'string'] }, { type: ['object', 'null'] }, { type: 'string' }, { type: 'number' }],
  ...[{ enum: [0, 1, 2, 3] }, { enum: [0] }, { const: 'error' }, { maximum: 3 }, { minimum: 0 }, { maxLength: 99 }],
  ...[{ maxLength: 1 }, { pattern: '.' }, { pattern: '^x$' }, { minLength: 2 }, { format: 'date' }, { maxItems: 0 }],
  ...[{ writeOnly: true }, { writeOnly: false }, { readOnly: true }, { required: [] }, { not: { type: 'null' } }],
  ...[{ 'x-rules': { required: { provenance: 'assumed' } } }, { 'x-rules': { type: { provenance: 'inferred' } } }],
  ...[{ 'x-rules': {} }, { 'x-rules': { enum: { closed: true } } }, { 'x-rules': { enum: { closed: false } } }],
  ...[{ $ref: '#/components/schemas/Money' }, { anyOf: [{}, { type: 'string' }] }, { allOf: [{ type: 'string' }] }],
  ...[{ properties: {} }, { items: {} }, { if: { type: 'object' }, then: { required: ['alias'] } }],
  ...[{ patternProperties: { '^u': {} } }, { properties: { unheard: {}, newPin: {} } }, { description: 'Other.' }],
];

/** What can be written into any object that the judge reads. */
const writtenAnywhere: readonly JsonObject[] = [
  ...provenances.map((word) => ({ 'x-provenance': word })),
  ...[{ 'x-questions': ['C-01'] }, { 'x-questions': [] }, { 'x-source': 'docs/other' }, { required: false }],
  ...[
    { required: true },
    { deprecated: true },
    { content: {} },
    { headers: {} },
    { responses: { 200: { description: 'Any.' } } },
  ],
];

/** Every edit of one place that is tried: each member taken away, and each of the words above written in. */
export function* smallEdits(document: JsonObject): Generator<SmallEdit> {
  const nodes: DocumentNode[] = [];
  walkDocument(document, (node) => nodes.push(node));
  for (const { pointer, kind, value } of nodes) {
    for (const name of Object.keys(value)) {
      yield edited(document, `${pointer} without ${name}`, pointer, (holder) => Reflect.deleteProperty(holder, name));
    }
    for (const words of kind === 'schema' ? [...writtenIntoSchemas, ...writtenAnywhere] : writtenAnywhere) {
      yield edited(document, `${pointer} with ${JSON.stringify(words)}`, pointer, (holder) =>
        Object.assign(holder, structuredClone(words)),
      );
    }
    if (kind === 'responses') {
      for (const status of ['200', '2XX', '302', '404', '4XX', '500', 'default'])
        yield edited(document, `${pointer} with ${status}`, pointer, (holder) =>
          Object.assign(holder, { [status]: { description: 'Another.' } }),
        );
    }
    for (const list of ['required', 'enum']) {
      const held = value[list];
      if (!Array.isArray(held)) continue;
      for (const one of held)
        yield edited(document, `${pointer} ${list} without ${String(one)}`, pointer, (holder) => {
          holder[list] = held.filter((other) => other !== one);
        });
    }
  }
}

function edited(document: JsonObject, what: string, pointer: string, change: (holder: Draft) => unknown): SmallEdit {
  const copy = structuredClone(document);
  change(valueAt(copy, pointer) as Draft);
  return { what, document: copy };
}
