import { contractOf } from '../../contract/contract-of.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { createJudge, type Judge } from '../../contract/judge.js';
import { compileValidators } from '../../contract/validators.js';
import type { JudgedContract } from '../prepare-run.js';

/**
 * Compiled last: whoever reads several packs of one contract (a merge, a comparison, what is carried) compiles it once. Nobody is
 * made to keep it: verifying a long run has better use for the memory once everything is judged.
 */
let latest: WeakRef<JudgedContract> | null = null;

/**
 * The judge of a pack's own contract document, the same as the run's. `compiled`, or what an earlier pack needed, is used
 * where it is of the same document, because compiling takes as long as judging a thousand exchanges. Throws CON-1xx for a
 * document that does not compile.
 */
export function packJudge(document: JsonObject, compiled: JudgedContract | null): Judge {
  const contract = contractOf(document);
  const known = [compiled, latest?.deref()].find((each) => each?.contract.sha256 === contract.sha256);
  const judged = known ?? { contract, validators: compileValidators(contract) };
  latest = new WeakRef(judged);
  return createJudge(judged.contract, judged.validators);
}
