import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ObservedTransition } from '../../../trace/recorder.js';
import { StateChanges } from './state-changes.js';

const unlisted: ObservedTransition = {
  ...{ entity: 'card', entityId: '9', from: 'active', to: 'on-hold', transition: 'unlisted', collapsed: false },
  ...{ scenario: 's', exchangeId: 'x-000002', at: '2026-01-01T00:00:00.000Z' },
};
const behind: ObservedTransition = { ...unlisted, transition: 'blocked', collapsed: true, exchangeId: 'x-000003' };

test('a change that a call explains which was recorded later is none outside the tables', () => {
  const changes = new StateChanges(() => true);
  changes.see(unlisted);
  assert.deepEqual(changes.unlisted, [unlisted]);
  changes.see({ ...behind, explains: 'x-000001' });
  changes.see({ ...behind, entityId: '8', explains: 'x-000002' });
  assert.deepEqual(changes.unlisted, [unlisted]);
  changes.see({ ...behind, explains: 'x-000002' });
  assert.deepEqual(changes.unlisted, []);
  assert.equal(changes.of('card', 'blocked')?.count, 3);
});
