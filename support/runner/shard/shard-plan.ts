import { createHash } from 'node:crypto';
import type { BuildInfo } from '../../config/build-info.js';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import type { Conditions } from '../resume/conditions.js';
import type { Slice } from './slices.js';

/** The one frozen plan that every shard makes for itself: equal plans have equal digests, and only their shards can be merged. */
export interface ShardPlan {
  /** Number of shards. */
  readonly of: number;
  /** One for all shards. */
  readonly seed: number;
  /** What the undivided run is bound to. */
  readonly conditions: Conditions;
  /** True when the undivided run leaves something of the matrix out. */
  readonly partial: boolean;
  /** How the undivided selection reads for people. */
  readonly description: string;
  /** SHA-256 (hex) of the program profile as configured. */
  readonly profileSha256: string;
  /** Where the target is; null for embedded emulators, of which every shard has its own. */
  readonly baseUrl: string | null;
  readonly build: Pick<BuildInfo, 'commit' | 'codeSha256'>;
  /** Of every shard, the first first. */
  readonly slices: readonly Slice[];
}

/** What a shard freezes before its first call: `plan/shard.json`. */
export interface FrozenShard {
  /** SHA-256 (hex) of the plan as canonical JSON. */
  readonly planSha256: string;
  /** Counted from 1. */
  readonly index: number;
  readonly plan: ShardPlan;
}

/** SHA-256 (hex) of a plan as canonical JSON (RFC 8785), which every shard prints. */
export function planDigest(plan: ShardPlan | Omit<ShardPlan, 'seed'>): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}

/** The seed of a divided run to which none was given: the same in every shard, because it follows from the rest of the plan. */
export function seedOf(plan: Omit<ShardPlan, 'seed'>): number {
  return Number.parseInt(planDigest(plan).slice(0, 8), 16);
}
