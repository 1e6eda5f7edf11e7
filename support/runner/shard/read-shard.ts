import { shardPlanFile } from '../../evidence/shard-places.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { FrozenShard } from './shard-plan.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Reads `plan/shard.json`; null for a run that is no shard. VFY-302 for anything our own writer does not make. */
export async function readShard(pack: OpenPack): Promise<FrozenShard | null> {
  if (pack.file(shardPlanFile) === null) return null;
  const value = await jsonOf(pack, shardPlanFile);
  const problem = shapeProblem('shard', value);
  if (problem === null) return value as FrozenShard;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', {
    file: shardPlanFile,
    problem: `at ${where}, expected ${expected}, received ${received}`,
  });
}
