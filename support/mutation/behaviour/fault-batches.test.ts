import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { controlsOf } from '../crew/batch.js';
import { aFault } from '../testing/samples.js';
import { faultBatches } from './fault-batches.js';

test('batches hold every fault once, in order, none too many, and never mix environments', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('lists', 'production')),
      fc.integer({ min: 1, max: 8 }),
      (areas, processes) => {
        const faults = areas.map((area, index) => aFault(`f${index}`, { area }));
        const batches = faultBatches(faults, processes);
        for (const { attempts, controls } of batches) {
          assert.ok(attempts.length >= 1 && attempts.length <= 16);
          assert.equal(controls.length, 1);
        }
        for (const [area, environment] of [
          ['lists', 'emulator'],
          ['production', 'production'],
        ]) {
          const own = batches.filter(({ controls }) => controls[0]?.environment === environment);
          assert.deepEqual(
            own.flatMap(({ attempts }) => attempts).map(({ name }) => name),
            faults.filter((one) => one.area === area).map(({ id }) => id),
          );
        }
      },
    ),
  );
});

test('a control run covers every row of its batches, each environment by itself', () => {
  const one = faultBatches([aFault('a', { requirements: ['TM-63', 'TM-10'] })], 1);
  const two = faultBatches([aFault('b'), aFault('c', { requirements: ['TM-58'] })], 1);
  const live = faultBatches([aFault('d', { area: 'production', requirements: ['TM-73'] })], 1);
  assert.deepEqual(controlsOf([...one, ...two, ...live]), [
    { faults: [], rows: ['TM-10', 'TM-58', 'TM-63'], environment: 'emulator' },
    { faults: [], rows: ['TM-73'], environment: 'production' },
  ]);
  assert.deepEqual(controlsOf([]), []);
});
