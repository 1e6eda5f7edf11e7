import { readBuildInfo } from '../config/embedded-build.js';
import type { Configuration } from '../config/configuration.js';
import { passesOn } from '../config/container-settings.js';
import { packageVersion } from '../config/package-root.js';
import { openPack } from '../evidence/verify/open-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { shardUsageMessages } from '../messages/shard-messages.js';
import type { PreparedRun } from '../runner/prepare-run.js';
import { dividePlan, planOfShard } from '../runner/shard/divide-plan.js';
import { readShard } from '../runner/shard/read-shard.js';
import { shardIndex, type ShardIndex } from '../runner/shard/shard-index.js';
import type { FrozenShard } from '../runner/shard/shard-plan.js';
import type { RunFlags } from './run-flags.js';
import type { RunToResume } from './run-to-resume.js';
import type { TextStream } from './streams.js';

const usage = errorsOf(shardUsageMessages, 'usage');

/** Flags that say something about the whole run, which no shard is. */
const rivals = {
  carry: {
    flag: '--carry',
    why: 'Carry into one undivided run: what is left of a matrix then is seldom worth dividing.',
  },
  baseline: {
    flag: '--baseline',
    why: 'Merge the shards first, then compare the packs: axys-certify diff BASELINE MERGED.',
  },
} as const;

/** An emulator in a container that is not told its shard makes what those of the other shards make. */
const unnumberedContainer = {
  flag: 'a container whose settings do not pass {part} on',
  why: 'The objects of all shards would have the same ids. Put {part} into command or environment of the container settings, or start one emulator and give every shard its --env-file.',
};

/** The part of a run that `--shard` asks for; null without the flag. Throws CMD-102 and SHD-102 (64). */
export function shardAsked(flags: RunFlags): ShardIndex | null {
  if (flags.shard === undefined) return null;
  const asked = shardIndex(flags.shard);
  for (const [name, { flag, why }] of Object.entries(rivals)) {
    if (flags[name as keyof typeof rivals] !== undefined) throw usage('SHD-102', { flag, why });
  }
  return asked;
}

/** What a run is divided by. */
export interface ShardRequest {
  /** Null for an undivided run. */
  readonly asked: ShardIndex | null;
  /** The run that goes on; it is the shard it was. */
  readonly resumed: RunToResume | null;
  readonly configuration: Configuration;
  readonly seed: number | null;
  /** True in a worker of a parallel run: what is run alone is the last part. */
  readonly aloneApart: boolean;
}

/** A prepared run with the seed it runs by. */
export interface ShardedRun {
  readonly prepared: PreparedRun;
  readonly seed: number | null;
}

/**
 * Narrows a prepared run to its shard and tells, on `told`, the digest of the plan that all shards must share. Throws SHD-101
 * (64) where the plan cannot be divided so often, SHD-102 beside a container that is not told its shard.
 */
export async function withinShard(whole: PreparedRun, request: ShardRequest, told: TextStream): Promise<ShardedRun> {
  const { asked, resumed, configuration, seed, aloneApart } = request;
  const before = resumed === null ? null : await readShard(await openPack(resumed.folder));
  if (asked === null && before === null) return { prepared: whole, seed };
  const { container } = configuration;
  if (container !== null && !passesOn('part', container.settings)) throw usage('SHD-102', unnumberedContainer);
  const build = readBuildInfo();
  const harnessVersion = packageVersion();
  const divided =
    before?.plan ??
    (await dividePlan({
      ...{ prepared: whole, configuration, harnessVersion, seed, build },
      ...{ of: asked?.of ?? 1, aloneApart },
    }));
  const place = { index: before?.index ?? asked?.index ?? 1, of: divided.of };
  const plan = planOfShard(whole.plan, divided, place);
  if (plan.shard !== undefined) told.write(shardInWords(plan.shard));
  return { prepared: { ...whole, plan }, seed: divided.seed };
}

function shardInWords({ planSha256, index, plan }: FrozenShard): string {
  const slice = plan.slices[index - 1];
  const [count, all] = [slice?.scenarios.length ?? 0, plan.conditions.scenarios.length];
  const seconds = (slice?.expectedSeconds ?? 0).toFixed(1);
  return `Shard ${index} of ${plan.of}: ${count} of ${all} scenarios, about ${seconds} s; plan ${planSha256}, seed ${plan.seed}\n`;
}
