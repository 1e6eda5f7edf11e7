import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientRefusal } from '../client/client-error.js';
import { refusedCall } from './refused-call.js';

const problemOf = ({ code, message }: { readonly code: string; readonly message: string }) => ({
  problem: { code, message },
});

test('a run that tried a call production never sees ends with that refusal', () => {
  const refusal = clientRefusal('CLI-201', { allowed: 'two calls', method: 'POST', path: '/cards' });
  const found = refusedCall([{ problem: null }, problemOf(refusal)]);
  assert.ok(found !== null);
  assert.deepEqual([found.code, found.exit, found.message, found.next], ['CLI-201', 77, refusal.message, refusal.next]);
});

test('other problems are the scenario’s own matter', () => {
  assert.equal(refusedCall([{ problem: null }, problemOf({ code: 'WLD-101', message: 'not met' })]), null);
  assert.equal(refusedCall([]), null);
});
