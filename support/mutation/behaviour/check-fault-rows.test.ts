import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFault } from '../testing/samples.js';
import { checkFaultRows } from './check-fault-rows.js';

const scenarios = [
  { id: 'one', tags: ['@TM-63'], requirements: ['TM-63'] },
  { id: 'two', tags: ['@TM-58'], requirements: ['TM-58'] },
  { id: 'own', tags: ['@TM-73', '@self'], requirements: ['TM-73'] },
];
const calls = new Map(
  Object.entries({ one: ['listCards', 'getCard'], two: ['getCard'], own: ['listCards'] }).map(([id, operations]) => [
    id,
    { operations, creates: {}, needs: [] },
  ]),
);

test('a row of a fault whose scenarios never call a faulted operation is an error that names both', () => {
  checkFaultRows([aFault('a')], scenarios, calls);
  checkFaultRows([aFault('a', { requirements: ['TM-63', 'TM-58'], operations: ['getCard'] })], scenarios, calls);
  for (const row of ['TM-58', 'TM-99', 'TM-73']) {
    assert.throws(() => checkFaultRows([aFault('a', { requirements: ['TM-63', row] })], scenarios, calls), {
      ...{ code: 'MUT-201', exit: 78 },
      message: new RegExp(`a names the row ${row}.*listCards`),
    });
  }
});
