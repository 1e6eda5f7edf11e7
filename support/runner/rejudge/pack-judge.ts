import { contractOf } from '../../contract/contract-of.js';
import type { JsonObject } from '../../contract/document/json-pointer.js';
import { createJudge, type Judge } from '../../contract/judge.js';
import { compileValidators } from '../../contract/validators.js';
import type { JudgedContract } from '../prepare-run.js';

/**
 * The judge of a pack's own contract document, the same as the run's. `compiled` is used where it is of the same document,
 * because compiling takes as long as judging a thousand exchanges. Throws CON-1xx for a document that does not compile.
 */
export function packJudge(document: JsonObject, compiled: JudgedContract | null): Judge {
  const contract = contractOf(document);
  if (compiled?.contract.sha256 === contract.sha256) return createJudge(compiled.contract, compiled.validators);
  return createJudge(contract, compileValidators(contract));
}
