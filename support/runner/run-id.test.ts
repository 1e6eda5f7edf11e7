import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isRunId, runIdOf } from './run-id.js';

const start = Date.UTC(2026, 10, 21, 3, 4, 5, 678);

it('names a run by its start in UTC and a short random part', () => {
  const id = runIdOf(start, Uint8Array.of(1, 171, 255));
  assert.equal(id, 'run-20261121T030405Z-2a61ab');
  assert.ok(isRunId(id));
});

it('sorts two runs of one second by their start, whatever was drawn for them', () => {
  const [earlier, later] = [runIdOf(start, Uint8Array.of(255, 255, 255)), runIdOf(start + 1, new Uint8Array(3))];
  assert.deepEqual([later, earlier].toSorted(), [earlier, later]);
  const [first, last] = [runIdOf(start - 678, new Uint8Array(3)), runIdOf(start + 321, new Uint8Array(3))];
  assert.deepEqual([first, last], ['run-20261121T030405Z-000000', 'run-20261121T030405Z-3e7000']);
});
