import type { ContractChanges } from '../contract/contract-changes.js';
import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { planFiles } from './plan-files.js';
import { jsonOf, type OpenPack } from './verify/open-pack.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Reads `plan/contract-changes.json`; null for a pack without it. VFY-302 for anything our own writer does not make. */
export async function contractChangesIn(pack: OpenPack): Promise<ContractChanges | null> {
  const file = planFiles.contractChanges;
  if (pack.file(file) === null) return null;
  const value = await jsonOf(pack, file);
  const problem = shapeProblem('contract-changes', value);
  if (problem === null) return value as ContractChanges;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `at ${where}, expected ${expected}, received ${received}` });
}
