import type { ValidateFunction } from 'ajv';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { valueAt, type JsonObject } from '../../json/json-pointer.js';

const require = createRequire(import.meta.url);

/**
 * Where `npm run build` keeps the compiled schemas of a document that it proved valid, found by the digest of the document, so that
 * they can never be those of another; absolute.
 */
export function provenMark(document: unknown): string {
  const name = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return join(packageRoot(), 'dist', 'proven', `${name}.cjs`);
}

/**
 * True for exactly the contract this package ships, without overlay: when the package was built, it was proved valid and each
 * of its schemas compiled.
 */
export function isProvenDocument(document: unknown): boolean {
  return existsSync(provenMark(document));
}

/** The compiled schemas of the contract this package ships, by JSON Pointer; null for every other document. */
export function provenValidators(document: JsonObject): ReadonlyMap<string, ValidateFunction> | null {
  const file = provenMark(document);
  if (!existsSync(file)) return null;
  const make = require(file) as (objectAt: (pointer: string) => unknown) => Record<string, ValidateFunction>;
  return new Map(Object.entries(make((pointer) => valueAt(document, pointer))));
}
