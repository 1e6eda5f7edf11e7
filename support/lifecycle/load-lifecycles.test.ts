import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lifecycle } from './lifecycle.js';
import { loadLifecycles } from './load-lifecycles.js';
import { tableProblem } from './table-problem.js';

const tables = await loadLifecycles();

/** The documented values: behaviour reference section 3. */
const documentedValues: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  cardholder: [
    ['pending', 0],
    ['approved', 1],
    ['compliance-decline', 2],
    ['under-review', 3],
    ['draft', 4],
    ['deleted', 5],
    ['error', 6],
    ['admin-decline', 7],
  ],
  card: [
    ['pending', 0],
    ['active', 1],
    ['on-hold', 2],
    ['closed', 3],
    ['not-activated', 4],
  ],
  transfer: [
    ['pending', 0],
    ['approved', 1],
    ['declined', 2],
    ['partial', 3],
    ['error', 4],
  ],
};

for (const [name, values] of Object.entries(documentedValues)) {
  test(`${name} states carry the documented values`, () => {
    const table = tables[name as keyof typeof tables];
    assert.deepEqual(
      table.states.map((state) => [state.name, state.value]),
      values,
    );
  });
}

for (const table of Object.values(tables)) {
  test(`${table.name}: every state can be entered, and documented rules name a page`, () => {
    const entered = new Set(table.transitions.map((transition) => transition.to));
    const reachedOtherwise = table.name === 'card' ? ['pending'] : [];
    const missing = table.states.filter((state) => !entered.has(state.name)).map((state) => state.name);
    assert.deepEqual(missing, reachedOtherwise);
    for (const { provenance, source, id } of table.transitions)
      assert.equal(source === 'axys-certify', provenance === 'assumed', id);
  });
}

test('a cardholder is edited in draft, declined, error and admin decline, and nowhere else without a guard', () => {
  const from = tables.cardholder.transitions
    .filter((transition) => transition.event === 'updateCardholder' && transition.guard === null)
    .map((transition) => transition.from);
  assert.deepEqual(from, ['draft', 'compliance-decline', 'error', 'admin-decline']);
});

test('no card leaves the closed state or returns to not activated', () => {
  const back = tables.card.transitions.filter(
    ({ from, to }) => from === 'closed' || (from !== 'none' && to === 'not-activated'),
  );
  assert.deepEqual(back, []);
});

const sound = tables.otp;
const broken: readonly [string, Lifecycle, RegExp][] = [
  ['two states of one name', { ...sound, states: [...sound.states, ...sound.states] }, /state waiting occurs twice/],
  [
    'an unknown target',
    { ...sound, transitions: sound.transitions.map((transition) => ({ ...transition, to: 'elsewhere' })) },
    /enters unknown state elsewhere/,
  ],
  [
    'two unguarded choices',
    {
      ...sound,
      transitions: [...sound.transitions, { ...sound.transitions[1]!, id: 'again' }],
    },
    /the choice waiting \+ otp-arrived \[always\] occurs twice/,
  ],
  [
    'an exit from a final state',
    { ...sound, transitions: [...sound.transitions, { ...sound.transitions[0]!, id: 'back', from: 'unsubscribed' }] },
    /back leaves final state unsubscribed/,
  ],
];

for (const [what, table, expected] of broken) {
  test(`a table with ${what} is refused`, () => {
    assert.match(tableProblem(table) ?? 'no problem found', expected);
  });
}
