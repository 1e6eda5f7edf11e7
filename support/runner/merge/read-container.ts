import { planFiles } from '../../evidence/plan-files.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import type { ContainerRecord } from '../../target/container/container-record.js';
import { shapeProblem } from '../../config/evidence-schema.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Reads `plan/container.json`; null for a run without a container. VFY-302 for anything our own writer does not make. */
export async function readContainer(pack: OpenPack): Promise<ContainerRecord | null> {
  const file = planFiles.container;
  if (pack.file(file) === null) return null;
  const value = await jsonOf(pack, file);
  const problem = shapeProblem('container', value);
  if (problem === null) return value as ContainerRecord;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `at ${where}, expected ${expected}, received ${received}` });
}
