import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flakesAmong, type ScenarioOutline } from './verdict-outline.js';

const scenario = (id: string, change: Partial<ScenarioOutline> = {}): ScenarioOutline => ({
  ...{ id, verdict: 'pass', checks: ['a met', 'b met'], findings: ['rule x', 'rule y'] },
  ...change,
});

test('runs that differ in nothing but their order and the order of findings have no flake', () => {
  const [one, two] = [scenario('a'), scenario('b')];
  const turned = scenario('a', { findings: ['rule y', 'rule x'] });
  const runs = [
    { seed: 1, outline: [one, two] },
    { seed: 2, outline: [two, turned] },
  ];
  assert.deepEqual(flakesAmong(runs), []);
});

const differences: readonly (readonly [string, readonly ScenarioOutline[]])[] = [
  ['another verdict', [scenario('a', { verdict: 'fail' })]],
  ['another outcome of a check', [scenario('a', { checks: ['a met', 'b undetermined'] })]],
  ['checks in another order', [scenario('a', { checks: ['b met', 'a met'] })]],
  ['one finding more', [scenario('a', { findings: ['rule x', 'rule y', 'rule y'] })]],
  ['a scenario that is missing', []],
  ['a second attempt', [scenario('a'), scenario('a')]],
];
for (const [name, other] of differences) {
  test(`${name} is a flake, and says in which runs`, () => {
    const flakes = flakesAmong([
      { seed: 1, outline: [scenario('a')] },
      { seed: 2, outline: [scenario('a')] },
      { seed: 3, outline: other },
    ]);
    assert.deepEqual(
      flakes.map(({ id, ways }) => [id, [...ways.values()]]),
      [['a', [[1, 2], [3]]]],
    );
  });
}
