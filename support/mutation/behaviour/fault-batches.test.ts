import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aFault } from '../testing/samples.js';
import { batchesOf, controlsOf } from './fault-batches.js';

test('batches hold every fault once, in order, none too many, and never mix environments', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('lists', 'production')),
      fc.integer({ min: 1, max: 8 }),
      (areas, processes) => {
        const faults = areas.map((area, index) => aFault(`f${index}`, { area }));
        const batches = batchesOf(faults, processes);
        for (const { environment, faults: members } of batches) {
          assert.ok(members.length >= 1 && members.length <= 16);
          for (const { area } of members) assert.equal(area === 'production', environment === 'production');
        }
        const tried = (area: string) => batches.flatMap((batch) => batch.faults).filter((one) => one.area === area);
        for (const area of ['lists', 'production']) {
          assert.deepEqual(
            tried(area),
            faults.filter((one) => one.area === area),
          );
        }
      },
    ),
  );
});

test('a control run covers every row of its batches, each environment by itself', () => {
  const one = { environment: 'emulator', faults: [aFault('a', { requirements: ['TM-63', 'TM-10'] })] } as const;
  const two = { environment: 'emulator', faults: [aFault('b'), aFault('c', { requirements: ['TM-58'] })] } as const;
  const live = { environment: 'production', faults: [aFault('d', { requirements: ['TM-73'] })] } as const;
  assert.deepEqual(controlsOf([one, two, live]), [
    { faults: [], rows: ['TM-10', 'TM-58', 'TM-63'], environment: 'emulator' },
    { faults: [], rows: ['TM-73'], environment: 'production' },
  ]);
  assert.deepEqual(controlsOf([]), []);
});
