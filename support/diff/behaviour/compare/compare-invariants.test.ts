import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../../../config/evidence-schema.js';
import type { InvariantOutcome } from '../../../verdict/invariant.js';
import { compareBehaviour } from '../compare-behaviour.js';
import { learnNoise } from '../noise.js';
import { behaviourMirror } from '../rules/behaviour-rules.js';
import { observed, type SmallRun } from '../testing/observed-exchanges.js';

const id = 'balance-never-negative';
const kept: InvariantOutcome = {
  ...{ id, title: 'No balance is below zero', provenance: 'documented', source: 'docs/x', level: 'fail' },
  ...{ evaluated: 4, violations: [] },
};
const brokenAt = (...exchangeIds: readonly string[]) => ({ violations: [{ exchangeIds, message: 'expected 0' }] });
/** Calls of the scenarios a and b, and one that the harness made by itself. */
const calls: SmallRun['calls'] = [{ scenario: 'a' }, { scenario: 'b' }, { scenario: null }];
const onlyA = [{ scenario: 'a' }];

/** What happened, how the old and the new run differ from a kept invariant, and the rule; null for no difference. */
const cases: readonly (readonly [string, Partial<InvariantOutcome>, Partial<InvariantOutcome>, string | null])[] = [
  ['kept in both', {}, { evaluated: 9 }, null],
  ['broken in a scenario', {}, brokenAt('x-000001', 'x-000002'), 'invariant-violated'],
  ['broken by a call outside', {}, brokenAt('x-000003'), 'invariant-violated'],
  [
    'one that rejects nothing',
    { level: 'review' },
    { level: 'review', ...brokenAt('x-000001') },
    'assumed-invariant-violated',
  ],
  ['one that has come to reject', { level: 'review' }, brokenAt('x-000001'), 'invariant-violated'],
  ['broken in both, elsewhere', brokenAt('x-000001'), brokenAt('x-000002'), null],
  ['never put to the test before', { evaluated: 0 }, brokenAt('x-000001'), null],
];

for (const [what, before, after, rule] of cases) {
  test(`${what}: ${rule ?? 'no difference'}`, async () => {
    const [old, next] = await Promise.all(
      [before, after].map((change) => observed({ calls, invariants: [{ ...kept, ...change }] })),
    );
    assert.ok(old !== undefined && next !== undefined);
    const [diff, back] = [compareBehaviour(old, next), compareBehaviour(next, old)];
    assert.deepEqual(
      diff.verdicts.map(({ rule: found, subject, place }) => [found, subject, place]),
      rule === null ? [] : [[rule, 'invariant', `invariant ${id}`]],
    );
    assert.deepEqual(
      back.verdicts.map(({ rule: found }) => behaviourMirror(found)),
      diff.verdicts.map(({ rule: found }) => found),
    );
    for (const side of [old, next]) assert.equal(shapeProblem('observed-behaviour', side), null);
    assert.equal(shapeProblem('behaviour-diff', diff), null);
    assert.equal(diff.class, rule === null ? 'cosmetic' : rule === 'invariant-violated' ? 'breaking' : 'unknown');
  });
}

test('it names the exchange that shows it, its scenario and rows, and that the target answered differently', async () => {
  const old = await observed({ calls, invariants: [kept] });
  const next = await observed({ calls, invariants: [{ ...kept, ...brokenAt('x-000001', 'x-000002') }] });
  const [change] = compareBehaviour(old, next).verdicts;
  assert.equal(change?.words, `invariant ${id} is now violated, was kept`);
  assert.deepEqual([change.scenarios, change.requirements], [['b'], ['TM-27']]);
  assert.deepEqual(change.exchanges, { old: null, new: 'x-000002' });
  assert.deepEqual(
    change.causes.map(({ kind, proofs }) => [kind, proofs.map(({ what }) => what)]),
    [['target-answered-differently', ['exchange', 'rule of the judge']]],
  );
});

test('what only one run did breaks nothing that the other kept', async () => {
  const old = await observed({ calls: onlyA, invariants: [kept] });
  const next = await observed({ calls, invariants: [{ ...kept, ...brokenAt('x-000002') }] });
  const told = compareBehaviour(old, next).verdicts.map(({ subject }) => subject);
  assert.ok(!told.includes('invariant'), told.join());
});

test('what varies between runs of the old version is noise', async () => {
  const broken = { ...kept, ...brokenAt('x-000001') };
  const [old, again, next] = await Promise.all(
    [kept, broken, broken].map((invariant) => observed({ calls, invariants: [invariant] })),
  );
  assert.ok(old !== undefined && again !== undefined && next !== undefined);
  const diff = compareBehaviour(old, next, learnNoise(old, again));
  assert.deepEqual([diff.verdicts, diff.noise?.changes.map(({ rule }) => rule)], [[], ['invariant-violated']]);
});
