import { mergedPlanFile } from '../../evidence/shard-places.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { requireShape } from '../../evidence/verify/require-shape.js';
import type { ShardPlan } from '../shard/shard-plan.js';

/** A shard of a merged run, and what identifies its pack. */
export interface MergedShard {
  /** Counted from 1. */
  readonly index: number;
  readonly runId: string;
  /** When it began, ISO 8601. */
  readonly startedAt: string;
  /** SHA-256 (hex) of its manifest.json, which lies below `shards/`. */
  readonly manifestSha256: string;
  /** Key that signed it, SHA-256 (hex) of the public key. */
  readonly keyId: string;
}

/** What a merged run is made of: `plan/merged.json`. */
export interface MergedPlan {
  /** SHA-256 (hex) of the plan as canonical JSON. */
  readonly planSha256: string;
  readonly plan: ShardPlan;
  /** Every shard of the plan, the first first. */
  readonly shards: readonly MergedShard[];
}

/** Reads `plan/merged.json`; null for a run that was not merged. VFY-302 for anything our own writer does not make. */
export async function readMergedPlan(pack: OpenPack): Promise<MergedPlan | null> {
  if (pack.file(mergedPlanFile) === null) return null;
  const value = await jsonOf(pack, mergedPlanFile);
  requireShape('merged', value, mergedPlanFile);
  return value as MergedPlan;
}
