import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFault } from '../testing/samples.js';
import { chooseFaults } from './choose-faults.js';

const all = ['lists/total', 'lists/order', 'money/off'].map((id) => aFault(id));

test('faults are chosen by id, in the order of the catalogue; without ids all of them', () => {
  const ids = (wanted: readonly string[]) => chooseFaults(all, wanted).map(({ id }) => id);
  assert.deepEqual(ids(['money/off', 'lists/total', 'money/off']), ['lists/total', 'money/off']);
  assert.deepEqual(ids([]), ['lists/total', 'lists/order', 'money/off']);
});

test('an unknown id is refused with the nearest one', () => {
  assert.throws(() => chooseFaults(all, ['lists/total', 'lists/ordre']), {
    ...{ code: 'MUT-101', exit: 64 },
    next: /lists\/order/,
  });
});
