import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import type * as draft2020 from 'ajv/dist/2020.js';
import { packageRoot } from './package-root.js';

const require = createRequire(import.meta.url);

/** What a validator tells of a value that does not fit: the first error, or all of them. */
export type ErrorDetail = 'first-error' | 'all-errors';

/**
 * Compiles the JSON Schema (2020-12, strict) in a text. Throws the error of the parser or of ajv, which says what is wrong.
 *
 * What this package ships was compiled at build, which takes ajv longer than checking a whole run with it; the copy is found
 * by the digest of the text, so that it can never be stale.
 */
export function compileSchema(text: string, detail: ErrorDetail): ValidateFunction {
  const copy = compiledCopy(text, detail);
  return existsSync(copy) ? (require(copy) as ValidateFunction) : newAjv(detail).compile(schemaIn(text));
}

/** Where `npm run build` keeps its copy of a validator, absolute. */
export function compiledCopy(text: string, detail: ErrorDetail): string {
  const name = createHash('sha256').update(`${detail}\n${text}`).digest('hex');
  return join(packageRoot(), 'dist', 'compiled', `${name}.cjs`);
}

/** The validator of a schema as the source of a CommonJS module. Throws what {@link compileSchema} throws. */
export function schemaSource(text: string, detail: ErrorDetail): string {
  const standalone = require('ajv/dist/standalone') as (ajv: draft2020.Ajv2020, validate: ValidateFunction) => string;
  const ajv = newAjv(detail);
  return standalone(ajv, ajv.compile(schemaIn(text)));
}

function newAjv(detail: ErrorDetail): draft2020.Ajv2020 {
  // Loaded only when there is something to compile.
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof draft2020;
  const allErrors = detail === 'all-errors';
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors, code: { source: true } });
}

function schemaIn(text: string): object {
  const schema: unknown = JSON.parse(text);
  if (typeof schema !== 'object' || schema === null) throw new Error('it is not a JSON object');
  return schema;
}
