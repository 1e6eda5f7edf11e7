import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { contractError } from '../../messages/contract-messages.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { reasonOf } from '../document/read-document.js';
import { documentAjv } from './document-ajv.js';

/** Compiles any schema of one contract document by its JSON Pointer. */
export interface AjvEngine {
  /** The compiled schema at a pointer, compiled once. What does not compile is CON-108 with the pointer. */
  readonly compile: (pointer: string) => ValidateFunction;
  /** True for a keyword that ajv knows or that is declared as an annotation. */
  readonly knows: (keyword: string) => boolean;
}

/** Makes the engine of a document. Of one that was proved at build what was compiled then is used, and ajv is often not needed. */
export function ajvEngine(
  document: JsonObject,
  proven: ReadonlyMap<string, ValidateFunction> | null = null,
): AjvEngine {
  let made: AjvEngine | null = null;
  const engine = (): AjvEngine => (made ??= newEngine(document));
  return {
    knows: (keyword) => engine().knows(keyword),
    compile: (pointer) => proven?.get(pointer) ?? engine().compile(pointer),
  };
}

function newEngine(document: JsonObject): AjvEngine {
  const { ajv, knows, reference } = documentAjv(document);
  const compiled = new Map<string, ValidateFunction>();
  return {
    knows,
    compile: (pointer) => {
      // ajv would compile a component again for every place that only refers to it.
      const name = reference(pointer);
      const known = compiled.get(name);
      if (known !== undefined) return known;
      const fresh = compileAs(ajv, name, pointer);
      compiled.set(name, fresh);
      return fresh;
    },
  };
}

function compileAs(ajv: Ajv2020, name: string, pointer: string): ValidateFunction {
  let validate: ValidateFunction | undefined;
  try {
    validate = ajv.getSchema(name);
  } catch (cause) {
    throw contractError('CON-108', { pointer, problem: reasonOf(cause) }, cause);
  }
  if (validate === undefined) throw contractError('CON-108', { pointer, problem: 'there is no schema' });
  return validate;
}
