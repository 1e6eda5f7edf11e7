import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runIdOf } from './run-id.js';

it('names a run by its start in UTC and a short random part', () => {
  const id = runIdOf(Date.UTC(2026, 10, 21, 3, 4, 5, 678), Uint8Array.of(1, 171, 255));
  assert.equal(id, 'run-20261121T030405Z-01abff');
});
