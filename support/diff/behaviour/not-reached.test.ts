import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareBehaviour } from './compare-behaviour.js';
import { observed, type SmallCall } from './testing/observed-exchanges.js';

const card = { status: 1, cardId: 7 };
const labelled = { ...card, alias: 'A' };
const passed = { text: 'a step', keyword: 'Given', status: 'passed', durationMs: 1 } as const;
const skipped = { ...passed, status: 'skipped' } as const;
const rules = ({ changes }: ReturnType<typeof compareBehaviour>) =>
  changes.map(({ rule, place }) => `${rule} ${place}`);

/** Two scenarios; `a` names its card late, and `b` never does. In the second run `a` stopped, or ended like before. */
async function twoRuns(late: SmallCall, stops: boolean) {
  const b: SmallCall = { ...late, scenario: 'b', answer: late.operation === 'listCards' ? { items: [card] } : card };
  const plain = { ...b, scenario: 'a' };
  const steps = (list: readonly object[]) => ({ steps: list as never });
  const [old, next] = await Promise.all([
    observed({ calls: [plain, late, b], results: [{ id: 'a' }, { id: 'b' }] }),
    observed({ calls: [plain, b], results: [{ id: 'a', ...steps([passed, stops ? skipped : passed]) }, { id: 'b' }] }),
  ]);
  return compareBehaviour(old, next);
}

const lateCalls: Readonly<Record<string, SmallCall>> = {
  'of an object': { scenario: 'a', answer: labelled },
  'of an item of a list': { scenario: 'a', operation: 'listCards', answer: { items: [card, labelled] } },
};
for (const [what, late] of Object.entries(lateCalls)) {
  test(`a member ${what} that no scenario came to is not reached, and no change`, async () => {
    const diff = await twoRuns(late, true);
    assert.deepEqual(rules(diff), []);
    assert.deepEqual(diff.notObserved, [{ what: 'scenario', id: 'a', side: 'new', why: 'stopped before its end' }]);
  });

  test(`a member ${what} is gone where the scenario that saw it ran to its end`, async () => {
    const diff = await twoRuns(late, false);
    assert.equal(rules(diff).length, 1);
    assert.match(rules(diff)[0] ?? '', /^member-vanished .*alias/);
    assert.deepEqual(diff.notObserved, []);
  });
}

test('a member that every object had is gone, although the scenario stopped after it', async () => {
  const old = await observed({ calls: [{ answer: labelled }], results: [{ id: 'a' }] });
  const next = await observed({ calls: [{ answer: card }], results: [{ id: 'a', steps: [skipped] as never }] });
  assert.deepEqual(rules(compareBehaviour(old, next)), ['member-vanished getCard success /body/alias']);
});

test('an operation of another id is the same by method and path', async () => {
  const old = await observed({ calls: [{ answer: labelled }] });
  const same = await observed({ calls: [{ answer: labelled }] });
  const renamed = (from: typeof old) => ({
    ...from,
    operations: from.operations.map((one) => ({ ...one, operationId: 'fetchCard', operation: 'GET /cards/{id}' })),
  });
  const none = compareBehaviour(old, renamed(same));
  assert.deepEqual([rules(none), none.notObserved, none.class], [[], [], 'cosmetic']);
  const gone = compareBehaviour(old, renamed(await observed({ calls: [{ answer: card }] })));
  assert.deepEqual(rules(gone), ['member-vanished getCard success /body/alias']);
});
