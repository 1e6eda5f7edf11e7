import { isDeepStrictEqual } from 'node:util';
import type { CodedError } from '../../messages/coded-error.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mergeMessages } from '../../messages/merge-messages.js';
import type { ContainerRecord } from '../../target/container/container-record.js';
import type { TargetClass } from '../../target/target.js';
import type { RunRecord } from '../resume/run-record.js';
import type { FrozenShard, ShardPlan } from '../shard/shard-plan.js';
import { containerDifferences } from './container-differences.js';

/** What a pack says of itself, as far as merging depends on it. */
export interface GivenShard {
  readonly runId: string;
  readonly keyId: string;
  readonly adHocKey: boolean;
  readonly targetClass: TargetClass;
  readonly record: RunRecord;
  /** What its emulator ran in; null without a container. */
  readonly container: ContainerRecord | null;
  /** Null for the pack of a run that is no shard. */
  readonly shard: FrozenShard | null;
}

/** What merges. */
export interface Merging {
  /** Digest of its code. */
  readonly codeSha256: string;
  /** Key the merged run is signed with; null for one made for it alone. */
  readonly keyId: string | null;
}

const refused = errorsOf(mergeMessages, 'incomplete');

type Shards = readonly (GivenShard & { readonly shard: FrozenShard })[];

/** Why packs are not merged, the first reason in the order of their meaning; null when they are exactly the shards of one plan. */
export function mergeProblem(given: readonly GivenShard[], merging: Merging): CodedError | null {
  const strangers = given.filter(({ shard }) => shard === null).map(({ runId }) => runId);
  if (strangers.length > 0) return refused('MRG-101', { packs: strangers.join(', ') });
  const shards = given.flatMap((one) => (one.shard === null ? [] : [{ ...one, shard: one.shard }]));
  for (const rule of rules) {
    const problem = rule(shards, merging);
    if (problem !== null) return problem;
  }
  return null;
}

type Rule = (shards: Shards, merging: Merging) => CodedError | null;

const rules: readonly Rule[] = [foreign, doubled, missing, otherBuild, otherTarget, otherContainer, otherKey];

function foreign(shards: Shards): CodedError | null {
  const plans = new Map<string, Shards[number][]>();
  for (const one of shards) plans.set(one.shard.planSha256, [...(plans.get(one.shard.planSha256) ?? []), one]);
  if (plans.size < 2) return null;
  const named = [...plans].map(([digest, own]) => `${short(digest)} (${own.map(inWords).join(', ')})`);
  const differences = planDifferences(
    [...plans.values()].flatMap(([one]) => (one === undefined ? [] : [one.shard.plan])),
  );
  return refused('MRG-102', { count: plans.size, plans: named.join('; '), differences: differences.join(', ') });
}

/** How each part of a plan reads for people. */
const parts: Readonly<Record<keyof ShardPlan, string>> = {
  of: 'the number of shards',
  seed: 'the seed',
  conditions: '',
  partial: 'what is selected',
  description: 'what is selected',
  profileSha256: 'the program profile',
  baseUrl: 'AXYS_BASE_URL',
  build: 'the build of axys-certify',
  slices: 'how the plan is divided',
};

const conditions: Readonly<Record<keyof ShardPlan['conditions'], string>> = {
  selection: 'what is selected',
  scenarios: 'the planned scenarios',
  featuresSha256: 'the features or catalogues',
  environment: 'AXYS_ENV',
  embedded: 'the kind of target',
  contractSha256: 'the contract or its overlay',
  contractGiven: 'where the contract comes from',
  overlay: 'whether an overlay was applied',
  harnessVersion: 'the version of axys-certify',
};

/** In what plans differ, in words. */
function planDifferences(plans: readonly ShardPlan[]): string[] {
  const [first, ...others] = plans;
  if (first === undefined) return [];
  const found = others.flatMap((plan) => [
    ...(Object.keys(conditions) as (keyof typeof conditions)[])
      .filter((member) => !isDeepStrictEqual(plan.conditions[member], first.conditions[member]))
      .map((member) => conditions[member]),
    ...(Object.keys(parts) as (keyof typeof parts)[])
      .filter((member) => member !== 'conditions' && !isDeepStrictEqual(plan[member], first[member]))
      .map((member) => parts[member]),
  ]);
  return [...new Set(found)];
}

function doubled(shards: Shards): CodedError | null {
  const byIndex = new Map<number, string[]>();
  for (const { shard, runId } of shards) byIndex.set(shard.index, [...(byIndex.get(shard.index) ?? []), runId]);
  const twice = [...byIndex].filter(([, runs]) => runs.length > 1);
  if (twice.length === 0) return null;
  return refused('MRG-103', {
    doubled: twice.map(([index, runs]) => `shard ${index} (${runs.join(', ')})`).join('; '),
  });
}

function missing(shards: Shards): CodedError | null {
  const [first] = shards;
  const of = first?.shard.plan.of ?? 1;
  const there = new Set(shards.map(({ shard }) => shard.index));
  const lacking = Array.from({ length: of }, (_each, at) => at + 1).filter((index) => !there.has(index));
  if (lacking.length === 0) return null;
  const named = lacking.map((index) => `${index}/${of}`).join(', ');
  const plan = short(first?.shard.planSha256 ?? '');
  return refused('MRG-104', { missing: lacking.length === 1 ? `shard ${named}` : `shards ${named}`, plan });
}

function otherBuild(shards: Shards, { codeSha256 }: Merging): CodedError | null {
  const made = shards.find(({ shard }) => shard.plan.build.codeSha256 !== codeSha256)?.shard.plan.build.codeSha256;
  return made === undefined ? null : refused('MRG-105', { made: short(made), own: short(codeSha256) });
}

function otherTarget(shards: Shards): CodedError | null {
  const differing = (what: string, of: (shard: Shards[number]) => string): string[] =>
    new Set(shards.map(of)).size > 1 ? [what] : [];
  const found = [
    ...differing('the class of the target', ({ targetClass }) => targetClass),
    ...differing('the program profile', ({ record }) => record.profileSha256),
    ...differing('AXYS_BASE_URL', ({ record }) => (record.embedded ? '' : record.baseUrl)),
  ];
  return found.length === 0 ? null : refused('MRG-106', { differences: found.join(', ') });
}

function otherContainer(shards: Shards): CodedError | null {
  const found = containerDifferences(shards.map(({ shard: { index }, container }) => ({ index, container })));
  return found.length === 0 ? null : refused('MRG-108', { differences: found.join(', ') });
}

/** Evidence that nobody known signed, or somebody else, is never made into a certification. */
function otherKey(shards: Shards, { keyId }: Merging): CodedError | null {
  if (keyId === null) return null;
  const others = shards.filter((one) => one.targetClass === 'real' && (one.adHocKey || one.keyId !== keyId));
  return others.length === 0 ? null : refused('MRG-107', { shards: others.map(inWords).join(', '), key: keyId });
}

function inWords({ shard, runId }: Shards[number]): string {
  return `shard ${shard.index}/${shard.plan.of} ${runId}`;
}

/** Enough of a digest to tell it from others. */
function short(digest: string): string {
  return digest.slice(0, 12);
}
