import { isDeepStrictEqual } from 'node:util';
import { planFiles } from '../../evidence/plan-files.js';
import { shardPlanFile } from '../../evidence/shard-places.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { FrozenScenarios } from '../recompute/recorded-run.js';
import type { RunRecord } from '../resume/run-record.js';
import type { Conditions } from '../resume/conditions.js';
import { planDigest, type FrozenShard, type ShardPlan } from './shard-plan.js';

/** Members of `plan/run.json` that every shard has as the undivided run would have them. */
const shared = [
  ...(['selection', 'featuresSha256', 'environment', 'embedded', 'contractSha256'] as const),
  ...(['contractGiven', 'overlay', 'harnessVersion'] as const),
] satisfies readonly (keyof Conditions)[];

/** Where a shard's frozen plan contradicts itself: its digest, its slices, what it runs, and under what conditions. */
export function shardDifferences(
  shard: FrozenShard | null,
  frozen: Pick<FrozenScenarios, 'partial' | 'scenarios'>,
  record: RunRecord,
): Difference[] {
  if (shard === null) return [];
  const { planSha256, index, plan } = shard;
  const wrong = (holds: boolean, problem: string): Difference[] => (holds ? [] : [{ where: shardPlanFile, problem }]);
  const slice = plan.slices[index - 1]?.scenarios;
  const planned = frozen.scenarios.map(({ id }) => id);
  return [
    ...wrong(planDigest(plan) === planSha256, 'its plan has another digest than it says'),
    ...divisionProblems(plan).flatMap((problem) => wrong(false, problem)),
    ...wrong(isDeepStrictEqual(slice, planned), `${planFiles.scenarios} plans other scenarios than its slice`),
    ...wrong(frozen.partial, 'a shard is a part of a run, and it calls itself whole'),
    ...wrong(plan.seed === record.seed, 'the run had another seed'),
    ...shared
      .filter((member) => !isDeepStrictEqual(plan.conditions[member], record[member]))
      .map((member) => ({ where: shardPlanFile, problem: `plan/run.json has another ${member}` })),
  ];
}

/** Why the slices of a plan are no division of its scenarios, as sentences: each is in exactly one of them. */
export function divisionProblems({ of, slices, conditions: { scenarios } }: ShardPlan): string[] {
  const sliced = slices.flatMap((slice) => slice.scenarios);
  const twice = sliced.filter((id, at) => sliced.indexOf(id) !== at);
  const known = new Set(scenarios);
  const taken = new Set(sliced);
  return [
    ...(slices.length === of ? [] : [`it has ${slices.length} slices for ${of} shards`]),
    ...[...new Set(twice)].map((id) => `${id} is in two slices`),
    ...[...taken].filter((id) => !known.has(id)).map((id) => `${id} is in a slice and not in the plan`),
    ...scenarios.filter((id) => !taken.has(id)).map((id) => `${id} is in no slice`),
  ];
}
