import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type * as codegen from 'ajv/dist/compile/codegen/index.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';
import { placesOf } from '../document/places.js';
import { documentAjv, documentId } from './document-ajv.js';
import { schemaPointers } from './schema-pointers.js';

const require = createRequire(import.meta.url);

/** A name that ajv gives to a value beside the code of a validator: protected, and known by what it stands for. */
interface ScopeName {
  readonly value: { readonly ref: unknown; code: unknown };
}

/**
 * All validators of a document as the source of a CommonJS module. It exports a function that makes them by the JSON Pointer of
 * their schema; what it is given finds an object of the document by its pointer, so that errors name the very object that is broken,
 * as those of a validator do that was compiled from it.
 */
export function validatorsSource(document: JsonObject): string {
  const standalone = require('ajv/dist/standalone') as (
    ajv: Ajv2020,
    names: Readonly<Record<string, string>>,
  ) => string;
  const { _ } = require('ajv/dist/compile/codegen') as typeof codegen;
  const { ajv, reference } = documentAjv(document, true);
  const names = Object.fromEntries(schemaPointers(document).map((pointer) => [pointer, reference(pointer)]));
  for (const name of Object.values(names)) ajv.getSchema(name);
  const places = placesOf(document);
  const { _values } = ajv.scope as unknown as {
    readonly _values: Readonly<Record<string, ReadonlyMap<unknown, ScopeName>>>;
  };
  for (const { value } of _values['schema']?.values() ?? []) {
    // The document itself, which no validator of ours asks for.
    if (isObject(value.ref) && value.ref['$id'] === documentId) continue;
    const pointer = isObject(value.ref) ? places.pointer(value.ref) : '';
    if (pointer === '') throw new Error('ajv keeps a schema that does not stand in the document');
    value.code = _`objectAt(${pointer})`;
  }
  return `module.exports = ((objectAt) => {const exports = {};${standalone(ajv, names)};return exports;});\n`;
}
