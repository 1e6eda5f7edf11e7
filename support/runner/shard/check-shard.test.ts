import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPlanned, anEarlierRun } from '../carry/test-kit/carried-run.js';
import { shardDifferences } from './check-shard.js';
import { planDigest, seedOf, type FrozenShard, type ShardPlan } from './shard-plan.js';
import { aShardPlan } from './test-kit/shard-plan.js';

const plan = aShardPlan();
const record = { ...anEarlierRun().record, ...plan.conditions, scenarios: ['a:one'], seed: plan.seed };
const frozen = { partial: true, scenarios: [aPlanned({ id: 'a:one' })] };
const shard = (change: Partial<ShardPlan> = {}, more: Partial<FrozenShard> = {}): FrozenShard => {
  const changed = { ...plan, ...change };
  return { planSha256: planDigest(changed), index: 1, plan: changed, ...more };
};

test('a shard that is what it says, and a run that is none, have nothing against them', () => {
  assert.deepEqual(shardDifferences(shard(), frozen, record), []);
  assert.deepEqual(shardDifferences(null, { ...frozen, partial: false }, record), []);
});

test('every way in which a shard is not what it says is named', () => {
  const [one, two] = plan.slices;
  if (one === undefined || two === undefined) throw new Error('the sample has two slices');
  const cases: readonly (readonly [FrozenShard, RegExp])[] = [
    [shard({}, { planSha256: '0'.repeat(64) }), /another digest/],
    [shard({}, { index: 2 }), /other scenarios than its slice/],
    [shard({ seed: plan.seed + 1 }), /another seed/],
    [shard({ of: 3 }), /2 slices for 3 shards/],
    [shard({ slices: [one, one] }), /a:one is in two slices/],
    [shard({ slices: [one, { ...two, scenarios: ['b:two', 'c:strange'] }] }), /c:strange is in a slice and not in the/],
    [shard({ slices: [one, { ...two, scenarios: ['c:strange'] }] }), /b:two is in no slice/],
    [shard({ conditions: { ...plan.conditions, contractSha256: 'c'.repeat(64) } }), /another contractSha256/],
  ];
  for (const [changed, said] of cases) {
    const problems = shardDifferences(changed, frozen, record).map(({ problem }) => problem);
    assert.match(problems.join('\n'), said);
  }
  assert.match(
    String(shardDifferences(shard(), { ...frozen, partial: false }, record)[0]?.problem),
    /calls itself whole/,
  );
});

test('the seed follows from everything else in the plan', () => {
  assert.equal(seedOf(plan), seedOf({ ...plan }));
  assert.notEqual(seedOf(plan), seedOf({ ...plan, of: 3 }));
  assert.ok(Number.isInteger(seedOf(plan)) && seedOf(plan) < 2 ** 32);
});
