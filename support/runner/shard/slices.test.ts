import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aPlanned } from '../carry/test-kit/carried-run.js';
import type { PlannedScenario } from '../planned-scenario.js';
import type { ScenarioTimes } from './scenario-times.js';
import { slicesOf } from './slices.js';
import { unitsOf } from './units.js';

const rows = ['TM-10', 'TM-11', 'TM-12', 'TM-13', 'TM-14', 'TM-15', 'TM-16', 'TM-17'];
const group = fc.uniqueArray(fc.constantFrom(...rows), { minLength: 1, maxLength: 3 });
const groups = fc.array(
  group.map((own) => ({ why: 'they share a thing', rows: own })),
  { maxLength: 2 },
);
const time = fc.record({ calls: fc.nat(30), polls: fc.nat(5), seconds: fc.integer({ min: 0, max: 900 }) });

const division = fc.record({
  scenarios: fc
    .array(fc.uniqueArray(fc.constantFrom(...rows), { maxLength: 2 }), { minLength: 1, maxLength: 30 })
    .map((list): readonly PlannedScenario[] =>
      list.map((requirements, at) => aPlanned({ id: `s/${String(at)}:x`, requirements })),
    ),
  times: fc
    .record({ together: groups, alone: groups, unknown: time, list: fc.array(time, { maxLength: 30 }) })
    .map(({ list, ...rest }): ScenarioTimes => ({
      ...{ version: 1, elsewhere: { call: 0.5, poll: 60 }, ...rest },
      scenarios: Object.fromEntries(list.map((each, at) => [`s/${String(at)}:x`, each])),
    })),
  of: fc.integer({ min: 1, max: 8 }),
  aloneApart: fc.boolean(),
  embedded: fc.boolean(),
});

test('slices are a partition: every scenario in exactly one, none empty, and nothing parted that belongs together', () => {
  fc.assert(
    fc.property(division, ({ scenarios, ...how }) => {
      const units = unitsOf(scenarios, how.times);
      const { slices, most } = slicesOf(scenarios, how);
      if (slices === null) {
        assert.ok(how.of > most || (how.aloneApart && how.of === 1), `${how.of} of ${most}`);
        return;
      }
      assert.equal(slices.length, how.of);
      assert.deepEqual(slices.flatMap((slice) => slice.scenarios).toSorted(), scenarios.map(({ id }) => id).toSorted());
      for (const slice of slices) assert.ok(slice.scenarios.length > 0);
      for (const { ids } of units) {
        const homes: number = slices.filter((slice) => ids.some((id) => slice.scenarios.includes(id))).length;
        assert.equal(homes, 1, ids.join());
      }
    }),
  );
});

test('no slice is heavier than an even share and the heaviest part together', () => {
  fc.assert(
    fc.property(division, ({ scenarios, ...how }) => {
      // What is run alone has its place, however heavy it is.
      const times = { ...how.times, alone: [] };
      const units = unitsOf(scenarios, times);
      const { slices } = slicesOf(scenarios, { ...how, times, embedded: true });
      const weigh = (ids: readonly string[]) =>
        ids.reduce((sum, id) => sum + (times.scenarios[id] ?? times.unknown).seconds, 0);
      const heaviest = Math.max(...units.map(({ ids }) => weigh(ids)));
      const share = weigh(scenarios.map(({ id }) => id)) / how.of;
      for (const { expectedSeconds } of slices ?? []) assert.ok(expectedSeconds <= share + heaviest + 0.001);
    }),
  );
});

test('the same plan gives the same slices, and slices keep its order but for what is run alone', () => {
  fc.assert(
    fc.property(division, ({ scenarios, ...how }) => {
      const divided = slicesOf(scenarios, how);
      assert.deepEqual(slicesOf([...scenarios], how), divided);
      const alone = new Set(unitsOf(scenarios, how.times).flatMap((unit) => (unit.alone ? unit.ids : [])));
      const place = new Map(scenarios.map(({ id }, at) => [id, at]));
      for (const slice of divided.slices ?? []) {
        const free = slice.scenarios.filter((id) => !alone.has(id));
        assert.deepEqual(slice.scenarios.slice(0, free.length), free);
        assert.deepEqual(
          free.map((id) => place.get(id)),
          free.map((id) => place.get(id)).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
        );
      }
    }),
  );
});

test('what is run alone is the last slice where it is apart, and ends the last slice where it is not', () => {
  const scenarios = ['TM-10', 'TM-11', 'TM-12'].map((row, at) =>
    aPlanned({ id: `s/${String(at)}:x`, requirements: [row] }),
  );
  const unknown = { calls: 1, polls: 0, seconds: 1 };
  const times: ScenarioTimes = {
    ...{ version: 1, elsewhere: { call: 1, poll: 1 }, together: [], unknown, scenarios: {} },
    alone: [{ why: 'it counts everything there is', rows: ['TM-10'] }],
  };
  const ids = (of: number, aloneApart: boolean) =>
    slicesOf(scenarios, { of, aloneApart, embedded: true, times }).slices?.map((slice) => slice.scenarios);
  assert.deepEqual(ids(2, true), [['s/1:x', 's/2:x'], ['s/0:x']]);
  assert.deepEqual(ids(2, false), [['s/1:x'], ['s/2:x', 's/0:x']]);
  assert.deepEqual(ids(1, false), [['s/1:x', 's/2:x', 's/0:x']]);
  assert.equal(ids(4, true), undefined);
});
