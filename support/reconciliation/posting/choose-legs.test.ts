import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Leg } from '../movements/movement.js';
import { chooseLegs } from './choose-legs.js';

/** Legs told apart by their amounts alone. */
const legs = (...deltas: readonly number[]): Leg[] => deltas.map((delta) => ({ delta }) as Leg);
const deltasOf = (candidates: readonly Leg[], change: number) => {
  const { legs: chosen, residual } = chooseLegs(candidates, change);
  return [chosen.map(({ delta }) => delta), residual];
};

it('puts a change down to the legs that make it up, the fewest first', () => {
  assert.deepEqual(deltasOf(legs(100, 200, 300), 300), [[300], 0]);
  assert.deepEqual(deltasOf(legs(100, 250, 700), 350), [[100, 250], 0]);
  assert.deepEqual(deltasOf(legs(-300, 1000), 700), [[-300, 1000], 0]);
});

it('chooses nothing where nothing happened, or where nothing comes near', () => {
  assert.deepEqual(deltasOf(legs(100, 200), 0), [[], 0]);
  assert.deepEqual(deltasOf(legs(2500), 1300), [[], 1300]);
  assert.deepEqual(deltasOf([], -30), [[], -30]);
});

it('chooses what comes near and leaves the rest over', () => {
  assert.deepEqual(deltasOf(legs(2500), 2499), [[2500], -1]);
});

it('leaves over exactly what the chosen legs do not make up', () => {
  const delta = fc.integer({ min: -500, max: 500 }).filter((each) => each !== 0);
  fc.assert(
    fc.property(fc.array(delta, { maxLength: 8 }), fc.integer({ min: -2000, max: 2000 }), (deltas, change) => {
      const { legs: chosen, residual } = chooseLegs(legs(...deltas), change);
      assert.equal(chosen.reduce((sum, leg) => sum + leg.delta, 0) + residual, change);
    }),
  );
});

it('explains every change that some legs make up', () => {
  const delta = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(fc.array(fc.tuple(delta, fc.boolean()), { maxLength: 8 }), (parts) => {
      const change = parts.reduce((sum, [each, happened]) => sum + (happened ? each : 0), 0);
      assert.equal(chooseLegs(legs(...parts.map(([each]) => each)), change).residual, 0);
    }),
  );
});
