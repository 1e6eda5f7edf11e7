import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import type { InvariantViolation } from '../invariant.js';
import { withinLifecycle } from './lifecycle-watch.js';

/** What the watch says of one object's states, each step of which the table does not know unless its target ends with a tick. */
function told(entity: LifecycleName, ...states: readonly string[]): readonly InvariantViolation[] {
  const watch = withinLifecycle(entity)();
  const found: InvariantViolation[] = [];
  states.slice(1).forEach((to, index) => {
    const step = { entity, entityId: '7', from: (states[index] ?? '').replace("'", ''), to: to.replace("'", '') };
    const transition = to.endsWith("'") ? 'listed' : 'unlisted';
    const rest = { collapsed: false, scenario: 's', exchangeId: `x-${String(index)}`, at: '2026-01-01T00:00:00Z' };
    found.push(...(watch.transition?.({ ...step, transition, ...rest }).violations ?? []));
  });
  return [...found, ...(watch.end?.().violations ?? [])];
}

it('the passing status during a change is no step of its own', () => {
  assert.equal(told('cardholder', 'draft', 'pending', 'draft').length, 0);
  assert.equal(told('cardholder', 'draft', 'pending').length, 0);
  assert.equal(told('card', 'not-activated', 'pending', 'active').length, 0);
  assert.equal(told('card', 'active', 'pending', 'on-hold').length, 0);
});

it('what lies on the other side of the passing status must be reachable', () => {
  assert.equal(told('cardholder', 'approved', 'pending', "under-review'").length, 1);
  assert.equal(told('card', 'active', 'pending', 'not-activated').length, 2);
  assert.equal(told('card', 'closed', 'pending', 'active').length, 2);
  assert.equal(told('cardholder', 'approved', 'draft').length, 1);
});
