import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareBehaviour } from './compare-behaviour.js';
import { joinNoise, learnNoise } from './noise.js';
import type { Json } from '../../trace/exchange.js';
import { behaviourMirror } from './rules/behaviour-rules.js';
import { observed, type SmallCall } from './testing/observed-exchanges.js';

/** A call as chance has it: a few members, states and answers, in one of three scenarios. */
const call: fc.Arbitrary<SmallCall> = fc.record({
  scenario: fc.constantFrom('a', 'b', 'c'),
  operation: fc.constantFrom('getCard' as const, 'listCards' as const, 'setCardStatus' as const),
  status: fc.constantFrom(200, 202, 400, 409),
  answer: fc.record(
    {
      status: fc.constantFrom(1, 2, 'error'),
      kind: fc.constantFrom('virtual', 'physical'),
      code: fc.constantFrom('one', 'two'),
      alias: fc.constantFrom('A', null, 7),
      items: fc.array(fc.record({ id: fc.constantFrom(1, '1') }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
});
const calls = fc.array(call, { minLength: 1, maxLength: 12 });
const runs = { numRuns: 150 };

test('a run differs from itself in nothing', async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (made) => {
      const run = await observed({ calls: made });
      const { changes, verdicts, class: found } = compareBehaviour(run, run);
      assert.deepEqual([changes, verdicts, found], [[], [], 'cosmetic']);
    }),
    runs,
  );
});

test('the way back is the mirror of the way there', async () => {
  await fc.assert(
    fc.asyncProperty(calls, calls, async (one, other) => {
      const [old, next] = [await observed({ calls: one }), await observed({ calls: other })];
      const there = compareBehaviour(old, next);
      const back = compareBehaviour(next, old);
      const all = ({ changes, verdicts }: typeof there) => [...changes, ...verdicts];
      assert.deepEqual(
        all(back)
          .map(({ rule, place, before, after }) => JSON.stringify([behaviourMirror(rule), place, after, before]))
          .sort(),
        all(there)
          .map(({ rule, place, before, after }) => JSON.stringify([rule, place, before, after]))
          .sort(),
      );
    }),
    runs,
  );
});

test('noise hides what varies between runs of the old version, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(calls, calls, calls, async (one, other, third) => {
      const [old, again, next] = [
        await observed({ calls: one }),
        await observed({ calls: other }),
        await observed({ calls: third }),
      ];
      const noise = learnNoise(old, again);
      const left = compareBehaviour(old, again, noise).changes.map(({ rule }) => rule);
      assert.ok(
        left.every((rule) => rule === 'nothing-compared'),
        'the run it was learned from is all noise',
      );
      const [all, told] = [compareBehaviour(old, next), compareBehaviour(old, next, noise)];
      const marks = (changes: readonly { readonly fingerprint: string }[]) =>
        changes.map(({ fingerprint }) => fingerprint).sort();
      const everything = marks([...all.changes, ...all.verdicts]);
      assert.deepEqual(
        marks([...told.changes, ...told.verdicts, ...(told.noise?.changes ?? [])]),
        everything,
        'nothing is lost',
      );
      const quiet = compareBehaviour(old, next, joinNoise([learnNoise(old, old)]));
      assert.deepEqual(marks([...quiet.changes, ...quiet.verdicts]), everything, 'equal runs teach no noise');
    }),
    runs,
  );
});

test('a member that is left out at times is no excuse for one that is gone', async () => {
  const run = async (...answers: readonly Json[]) => observed({ calls: answers.map((answer) => ({ answer })) });
  const [both, one] = [{ status: 1, alias: 'A' }, { status: 1 }];
  const noise = learnNoise(await run(both, both), await run(both, one));
  assert.deepEqual(compareBehaviour(await run(both, both), await run(one, both), noise).changes, []);
  assert.deepEqual(
    compareBehaviour(await run(both, both), await run(one, one), noise).changes.map(({ rule }) => rule),
    ['member-vanished'],
  );
});
