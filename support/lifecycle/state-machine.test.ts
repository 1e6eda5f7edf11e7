import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lifecycle, Transition } from './lifecycle.js';
import { createStateMachine } from './state-machine.js';

const common = { provenance: 'assumed', source: 'axys-certify', questions: [] } as const;
const transition = (id: string, from: string, event: string, guard: string | null, to: string): Transition => ({
  id,
  from,
  event,
  guard,
  to,
  ...common,
});

const door: Lifecycle = {
  name: 'card',
  states: [
    { name: 'open', value: 1, final: false },
    { name: 'shut', value: 2, final: false },
  ],
  transitions: [
    transition('shut', 'open', 'push', 'hinge-works', 'shut'),
    transition('stuck', 'open', 'push', 'hinge-broken', 'open'),
    transition('forced', '*', 'kick', null, 'open'),
  ],
};

test('the first transition whose guard holds applies', () => {
  const decision = createStateMachine(door).decide('open', 'push', {
    'hinge-works': () => 'the hinge is rusty',
    'hinge-broken': () => null,
  });
  assert.deepEqual(decision.legal && decision.transition.id, 'stuck');
});

test('a refusal names every guard that failed', () => {
  const decision = createStateMachine(door).decide('open', 'push', {
    'hinge-works': () => 'the hinge is rusty',
    'hinge-broken': () => 'the hinge is whole',
  });
  assert.deepEqual(decision, { legal: false, reason: 'the hinge is rusty; the hinge is whole' });
});

test('an event the state does not know is refused, also where a wildcard exists for other events', () => {
  const machine = createStateMachine(door);
  assert.deepEqual(machine.decide('shut', 'push'), { legal: false, reason: 'not possible in state shut' });
  assert.equal(machine.decide('shut', 'kick').legal, true);
  assert.equal(machine.decide('none', 'kick').legal, false);
});

test('a guard nobody supplies and a state nobody knows are our errors', () => {
  const machine = createStateMachine(door);
  assert.throws(() => machine.decide('open', 'push'), /no guard hinge-works/);
  assert.throws(() => machine.valueOf('ajar'), /no state ajar/);
});
