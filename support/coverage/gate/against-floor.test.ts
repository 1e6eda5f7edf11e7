import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodCard } from '../../contract/fixtures/small-exchange.js';
import { smallCoverage } from '../testing/small-coverage.js';
import { renderCoverage } from '../render-coverage.js';
import { againstFloor } from './against-floor.js';
import { floorIn } from './floor.js';
import { nextFloor } from './next-floor.js';
import { renderFloor } from './render-floor.js';

const read = { operationId: 'getCard', path: '/cards/7', answer: goodCard };
const list = { operationId: 'listCards', path: '/cards', answer: { items: [] }, headers: { 'x-total': '0' } };
const [one, both] = await Promise.all([smallCoverage({ calls: [read] }), smallCoverage({ calls: [read, list] })]);

test('a run reaches the floor it was accepted as, and one that covers more says what is closed', () => {
  const floor = nextFloor([one]);
  assert.deepEqual(againstFloor(one, floor), { uncovered: [], fallen: [], closed: [], met: true });
  const { met, closed } = againstFloor(both, floor);
  assert.ok(met && closed.includes('operation:listCards:'));
});

test('a run that covers less is below the floor: by name, and by number', () => {
  const { met, uncovered, fallen } = againstFloor(one, nextFloor([both]));
  assert.equal(met, false);
  assert.ok(uncovered.includes('operation:listCards:'));
  assert.deepEqual(
    fallen.find(({ kind, count }) => kind === 'operation' && count === 'matched'),
    {
      ...{ kind: 'operation', count: 'matched', floor: 2, now: 1 },
    },
  );
});

test('a target that the contract gained and nothing covers is below the floor', () => {
  const grown = {
    ...one,
    targets: [
      ...one.targets,
      { id: 'operation:closeCard:', contract: '/x', level: 'attempted' as const, scenarios: '' },
    ],
  };
  assert.deepEqual(againstFloor(grown, nextFloor([one])).uncovered, ['operation:closeCard:']);
});

test('an excluded target is not open', () => {
  const excused = { ...one, targets: one.targets.map((target) => ({ ...target, excluded: '*:*:*' })) };
  assert.deepEqual(nextFloor([excused]).open, {});
});

test('what only one of several runs covers is not counted on', () => {
  assert.deepEqual(nextFloor([one, both]), nextFloor([one]));
});

test('a floor is read back as it was written', () => {
  const floor = nextFloor([one]);
  assert.deepEqual(floorIn(renderFloor(floor), 'floor.yaml'), floor);
});

for (const text of ['{', '{}', renderFloor({ ...nextFloor([one]), open: { operation: { getCard: [] } } })]) {
  test(`a floor of another form is refused: ${text.slice(-30).trim()}`, () => {
    assert.throws(() => floorIn(text, 'floor.yaml'), { code: 'COV-201', exit: 78 });
  });
}

test('the text names the open operations, every kind with its counts, and what is below the floor', () => {
  const text = renderCoverage(one, againstFloor(one, nextFloor([both])));
  assert.match(text, /^operation +7 +1 +1 +0 +0 +6$/m);
  assert.match(text, /^ {2}listCards$/m);
  assert.match(text, /^Gate: BELOW THE FLOOR$/m);
  assert.match(text, /^ {2}operation: 1 matched, 2 were accepted$/m);
  assert.match(renderCoverage(one, againstFloor(one, nextFloor([one]))), /^Gate: ok$/m);
});
