import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type * as draft2020 from 'ajv/dist/2020.js';
import { walkDocument } from '../document/document-walk.js';
import { isObject, localPointer, segmentsOf, valueAt, type JsonObject } from '../../json/json-pointer.js';

/** ajv with one contract document, and what it knows of words. */
export interface DocumentAjv {
  readonly ajv: Ajv2020;
  /** True for a keyword that ajv knows or that is declared as an annotation. */
  readonly knows: (keyword: string) => boolean;
  /** The schema at a pointer by the name that ajv finds it under: of a mere reference, what it leads to. */
  readonly reference: (pointer: string) => string;
}

/** Annotations of OpenAPI that ajv does not bring along. They never decide anything. */
const annotations = ['example', 'externalDocs', 'xml', 'discriminator'] as const;

const require = createRequire(import.meta.url);

/** The name of the document itself. */
export const documentId = 'https://contract.invalid/api';

/**
 * Gives ajv a document. Strict: unknown keywords and formats are errors. `inlineRefs` is off so that every error names the
 * schema object it comes from; `verbose` adds that object to the error. With `source` a validator can be written as source.
 */
export function documentAjv(document: JsonObject, source = false): DocumentAjv {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof draft2020;
  const addFormats = require('ajv-formats') as (ajv: Ajv2020) => void;
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    validateSchema: false,
    logger: false,
    code: { source },
  });
  addFormats(ajv);
  const content = Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'jsonSchemaDialect'));
  // ajv compiles the root on the way to any part of it, so the root's own members must be known words too.
  const rootWords = Object.keys(content).filter((name) => ajv.RULES.keywords[name] !== true);
  const words = new Set<string>([...annotations, ...extensionsOf(document)]);
  ajv.addVocabulary([...words, ...rootWords.filter((name) => !words.has(name))]);
  ajv.addSchema({ ...content, $id: documentId }, undefined, false, false);
  return {
    ajv,
    knows: (keyword) => words.has(keyword) || (ajv.RULES.keywords[keyword] === true && !rootWords.includes(keyword)),
    reference: (pointer) => documentId + fragmentOf(behindReferences(ajv, document, pointer)),
  };
}

/** Pointer of the schema that a mere reference leads to: one with nothing beside it that decides anything. */
function behindReferences(ajv: Ajv2020, document: JsonObject, pointer: string): string {
  let place = pointer;
  for (let hops = 0; hops < 32; hops += 1) {
    const schema = valueAt(document, place);
    if (!isObject(schema) || typeof schema['$ref'] !== 'string') return place;
    const target = localPointer(schema['$ref']);
    const decides = Object.keys(schema).some((word) => word !== '$ref' && ajv.RULES.all[word] !== undefined);
    if (target === null || decides || !isObject(valueAt(document, target))) return place;
    place = target;
  }
  return place;
}

/** A pointer as a URI fragment: `/` inside a segment escaped as `~1` first, then percent-encoded. */
function fragmentOf(pointer: string): string {
  const segments = segmentsOf(pointer).map((segment) =>
    encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  return `#${segments.map((segment) => `/${segment}`).join('')}`;
}

function extensionsOf(document: JsonObject): readonly string[] {
  const names = new Set<string>();
  walkDocument(document, ({ kind, value }) => {
    if (kind !== 'schema') return;
    for (const name of Object.keys(value)) if (name.startsWith('x-')) names.add(name);
  });
  return [...names];
}
