import { shardPlanFile } from '../../evidence/shard-places.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { requireShape } from '../../evidence/verify/require-shape.js';
import type { FrozenShard } from './shard-plan.js';

/** Reads `plan/shard.json`; null for a run that is no shard. VFY-302 for anything our own writer does not make. */
export async function readShard(pack: OpenPack): Promise<FrozenShard | null> {
  if (pack.file(shardPlanFile) === null) return null;
  const value = await jsonOf(pack, shardPlanFile);
  requireShape('shard', value, shardPlanFile);
  return value as FrozenShard;
}
