import { createHash } from 'node:crypto';
import type { BuildInfo } from '../../config/build-info.js';
import { defaultProfile } from '../../config/default-profile.js';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import { errorsOf } from '../../messages/coded-error.js';
import { shardUsageMessages } from '../../messages/shard-messages.js';
import type { Plan } from '../plan.js';
import { conditionsOf } from '../resume/run-record-of.js';
import type { RunRequest } from '../run-request.js';
import type { ShardIndex } from './shard-index.js';
import { planDigest, seedOf, type FrozenShard, type ShardPlan } from './shard-plan.js';
import { loadScenarioTimes } from './scenario-times.js';
import { slicesOf } from './slices.js';

const usage = errorsOf(shardUsageMessages, 'usage');

/** What is divided, and into what. */
export interface DivisionRequest extends Pick<RunRequest, 'prepared' | 'configuration' | 'harnessVersion' | 'seed'> {
  readonly build: BuildInfo;
  readonly of: number;
  /** True when what is run alone becomes the last shard. */
  readonly aloneApart: boolean;
}

/**
 * Divides the plan of a prepared run: a pure function of what the run is bound to, so that every process comes to the same
 * plan. Throws SHD-101 (64) for more shards than there are parts.
 */
export async function dividePlan(request: DivisionRequest): Promise<ShardPlan> {
  const { prepared, configuration, build, of, aloneApart } = request;
  const conditions = await conditionsOf(request);
  const { scenarios, description, partial } = prepared.plan;
  const times = await loadScenarioTimes();
  const divided = slicesOf(scenarios, { of, aloneApart, embedded: conditions.embedded, times });
  if (divided.slices === null) {
    throw usage('SHD-101', { shard: `1/${String(of)}`, of, selection: description, most: divided.most });
  }
  const profile = configuration.profile ?? defaultProfile(configuration.environment, configuration.baseUrl);
  const plan: Omit<ShardPlan, 'seed'> = {
    ...{ of, conditions, partial, description, slices: divided.slices },
    profileSha256: createHash('sha256').update(canonicalJson(profile)).digest('hex'),
    baseUrl: configuration.baseUrl?.href ?? null,
    build: { commit: build.commit, codeSha256: build.codeSha256 },
  };
  return { ...plan, seed: request.seed ?? seedOf(plan) };
}

/** The plan of one shard: its slice alone, always a partial run. */
export function planOfShard(whole: Plan, shardPlan: ShardPlan, { index, of }: ShardIndex): Plan {
  const slice = shardPlan.slices[index - 1];
  if (slice === undefined) throw new Error(`a plan of ${String(of)} shards has no shard ${String(index)}`);
  const byId = new Map(whole.scenarios.map((scenario) => [scenario.id, scenario]));
  const shard: FrozenShard = { planSha256: planDigest(shardPlan), index, plan: shardPlan };
  return {
    ...whole,
    scenarios: slice.scenarios.flatMap((id) => byId.get(id) ?? []),
    partial: true,
    description: `${whole.description}, shard ${String(index)} of ${String(of)}`,
    shard,
  };
}
