import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEarlierRun } from '../carry/test-kit/carried-run.js';
import { planDigest, type ShardPlan } from '../shard/shard-plan.js';
import { aShardPlan } from '../shard/test-kit/shard-plan.js';
import { mergeProblem, type GivenShard } from './merge-problem.js';
import { aContainer } from './test-kit/container.js';

const plan = aShardPlan();
const merging = { codeSha256: plan.build.codeSha256, keyId: null };

function given(index: number, change: Partial<GivenShard> = {}, other: Partial<ShardPlan> = {}): GivenShard {
  const own = { ...plan, ...other };
  return {
    ...{ runId: `run-${String(index)}`, keyId: 'k1', adHocKey: true, targetClass: 'emulator' },
    record: { ...anEarlierRun().record, embedded: true },
    container: null,
    shard: { planSha256: planDigest(own), index, plan: own },
    ...change,
  };
}

const record = given(1).record;
const otherContract = { conditions: { ...plan.conditions, contractSha256: 'e'.repeat(64) } };

/** What is given, the code, and what the message names. */
const refusals: readonly (readonly [string, readonly GivenShard[], string, RegExp])[] = [
  ['no shard', [given(1), given(2, { shard: null })], 'MRG-101', /run-2/],
  ['missing', [given(2)], 'MRG-104', /shard 1\/2/],
  ['several missing', [given(2, {}, { of: 4 })], 'MRG-104', /shards 1\/4, 3\/4, 4\/4/],
  ['doubled', [given(1), given(2), given(2, { runId: 'run-9' })], 'MRG-103', /shard 2 \(run-2, run-9\)/],
  ['other contract', [given(1), given(2, {}, otherContract)], 'MRG-102', /the contract or its overlay/],
  ['other program', [given(1), given(2, {}, { profileSha256: 'e'.repeat(64) })], 'MRG-102', /the program profile/],
  ['other seed', [given(1), given(2, {}, { seed: 8 })], 'MRG-102', /the seed/],
  ['other count', [given(1), given(2, {}, { of: 3 })], 'MRG-102', /the number of shards/],
  [
    'other build among them',
    [given(1), given(2, {}, { build: { commit: null, codeSha256: 'f'.repeat(64) } })],
    'MRG-102',
    /the build of axys-certify/,
  ],
  [
    'this build is another',
    [1, 2].map((index) => given(index, {}, { build: { commit: null, codeSha256: 'f'.repeat(64) } })),
    'MRG-105',
    /ffffffffffff.*dddddddddddd/,
  ],
  [
    'another Program behind the same settings',
    [given(1), given(2, { record: { ...record, profileSha256: 'e'.repeat(64) } })],
    'MRG-106',
    /the program profile/,
  ],
  ['another class of target', [given(1), given(2, { targetClass: 'real' })], 'MRG-106', /the class of the target/],
  [
    'another address',
    ['https://a.invalid/v2', 'https://b.invalid/v2'].map((baseUrl, at) =>
      given(at + 1, { record: { ...record, embedded: false, baseUrl } }),
    ),
    'MRG-106',
    /AXYS_BASE_URL/,
  ],
  ['a container in one of them', [given(1), given(2, { container: aContainer() })], 'MRG-108', /shard 1: no container/],
  [
    'another image',
    ['3', '4'].map((digit, at) => given(at + 1, { container: aContainer({ image: { id: `sha256:${digit}` } }) })),
    'MRG-108',
    /shard 1: \S+ sha256:3; shard 2: \S+ sha256:4/,
  ],
];

test('exactly the shards of one plan are merged, in any order', () => {
  assert.equal(mergeProblem([given(1), given(2)], merging), null);
  assert.equal(mergeProblem([given(2), given(1)], merging), null);
  const inside = { container: aContainer() };
  assert.equal(mergeProblem([given(1, inside), given(2, inside)], merging), null);
});

for (const [name, shards, code, said] of refusals) {
  test(`refused: ${name}`, () => {
    const problem = mergeProblem(shards, merging);
    assert.equal(problem?.code, code);
    assert.match(problem.message, said);
    // Nothing is decided: the run is incomplete.
    assert.equal(problem.exit, 2);
  });
}

test('a certification is made of shards that its own key signed; practice asks for no key', () => {
  const signed = { ...merging, keyId: 'k1' };
  const real = { targetClass: 'real', adHocKey: false } as const;
  assert.equal(mergeProblem([given(1, real), given(2, real)], signed), null);
  const byOther = mergeProblem([given(1, real), given(2, { ...real, keyId: 'k2' })], signed);
  assert.equal(byOther?.code, 'MRG-107');
  assert.match(byOther.message, /shard 2\/2 run-2/);
  assert.equal(mergeProblem([given(1, real), given(2, { ...real, adHocKey: true })], signed)?.code, 'MRG-107');
  assert.equal(mergeProblem([given(1, real), given(2, { ...real, keyId: 'k2' })], merging), null);
  assert.equal(mergeProblem([given(1), given(2, { keyId: 'k2' })], signed), null);
});
