import { walkDocument } from './document-walk.js';
import type { JsonObject } from '../../json/json-pointer.js';

/** A schema object while it is being rewritten. */
type OpenSchema = Record<string, unknown>;

/** How one keyword of a 3.0 schema object is said in 3.1. Each entry changes the schema in place. */
const conversions: Readonly<Record<string, (schema: OpenSchema) => void>> = {
  $ref: (schema) => {
    // In 3.0 everything beside a reference is ignored; in 3.1 it would count. Extensions are ours and stay.
    for (const name of Object.keys(schema)) {
      if (name !== '$ref' && !name.startsWith('x-')) Reflect.deleteProperty(schema, name);
    }
  },
  nullable: (schema) => {
    const { nullable, type } = schema;
    delete schema['nullable'];
    if (nullable === true && typeof type === 'string') schema['type'] = [type, 'null'];
  },
  exclusiveMinimum: (schema) => exclusive(schema, 'exclusiveMinimum', 'minimum'),
  exclusiveMaximum: (schema) => exclusive(schema, 'exclusiveMaximum', 'maximum'),
  example: (schema) => {
    schema['examples'] ??= [schema['example']];
    delete schema['example'];
  },
};

function exclusive(schema: OpenSchema, flag: string, bound: string): void {
  const value = schema[flag];
  if (typeof value !== 'boolean') return;
  Reflect.deleteProperty(schema, flag);
  if (!value || schema[bound] === undefined) return;
  schema[flag] = schema[bound];
  Reflect.deleteProperty(schema, bound);
}

/** Rewrites a 3.0 document in 3.1 form; a 3.1 document comes back as it is. The input is not changed. */
export function toOpenApi31(document: JsonObject): JsonObject {
  if (!String(document['openapi']).startsWith('3.0.')) return document;
  const converted = { ...structuredClone(document), openapi: '3.1.0' };
  walkDocument(converted, (node) => {
    if (node.kind !== 'schema') return;
    const schema = node.value as OpenSchema;
    for (const [keyword, convert] of Object.entries(conversions)) {
      if (Object.hasOwn(schema, keyword)) convert(schema);
    }
  });
  return converted;
}
