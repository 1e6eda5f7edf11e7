import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import { handlers } from './handlers.js';
import { contract } from './test-kit/violations-in.js';

test('every operation of the contract has a behaviour, and every behaviour an operation', () => {
  assert.deepEqual(Object.keys(handlers).sort(), [...contract.operations.keys()].sort());
});

test('every event of a lifecycle that is written like an operation is one', async () => {
  const events = Object.values(await loadLifecycles()).flatMap((table) => table.transitions.map(({ event }) => event));
  const unknown = events.filter((event) => /[A-Z]/.test(event) && !contract.operations.has(event));
  assert.deepEqual(unknown, []);
  assert.ok(events.includes('submitKyc'));
});
