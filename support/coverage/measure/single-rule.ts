import { createRequire } from 'node:module';
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import type * as draft2020 from 'ajv/dist/2020.js';
import type { Json } from '../../trace/exchange.js';

const require = createRequire(import.meta.url);

const compiled = new Map<string, ValidateFunction>();
let engine: Ajv2020 | null = null;

/** True when a value breaks a schema of one keyword. The contract was compiled before, so that any keyword compiles. */
export function breaksRule(rule: Readonly<Record<string, unknown>>, value: Json): boolean {
  const key = JSON.stringify(rule);
  let validate = compiled.get(key);
  if (validate === undefined) {
    engine ??= newEngine();
    compiled.set(key, (validate = engine.compile(rule)));
  }
  return !validate(value);
}

function newEngine(): Ajv2020 {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof draft2020;
  const addFormats = require('ajv-formats') as (ajv: Ajv2020) => void;
  // A single keyword stands without its type, which strict mode would ask for.
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
  addFormats(ajv);
  return ajv;
}
