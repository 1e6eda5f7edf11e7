import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { soundEmulation } from '../emulation.js';
import { ok } from '../http/reply.js';
import type { Fault } from './fault.js';
import { knownFaults, plantFaults } from './fault-registry.js';
import { behaving } from './plant-answers.js';

const known: ReadonlyMap<string, Fault> = new Map([['cards/silent-read', behaving('getCard', () => ok({}))]]);

test('a fault replaces what it names and leaves the rest', async () => {
  const sound = await soundEmulation();
  const planted = plantFaults(sound, ['cards/silent-read'], known);
  assert.deepEqual(planted.handlers['getCard']?.({} as never, {} as never), ok({}));
  assert.deepEqual({ ...planted.handlers, getCard: sound.handlers['getCard'] }, sound.handlers);
  assert.deepEqual({ ...planted, handlers: sound.handlers }, sound);
});

test('without faults the emulation is the very same', async () => {
  const sound = await soundEmulation();
  assert.equal(plantFaults(sound, []), sound);
});

test('an unknown fault is refused and the message names the nearest ones', async () => {
  const sound = await soundEmulation();
  assert.throws(
    () => plantFaults(sound, ['lifecycle/issued-to-drafts']),
    (problem) =>
      problem instanceof CodedError && problem.exit === 64 && problem.message.includes('lifecycle/issued-to-draft,'),
  );
});

test('every fault can be planted, also all of them together', async () => {
  const sound = await soundEmulation();
  for (const id of knownFaults.keys()) assert.notEqual(plantFaults(sound, [id]), sound, id);
  assert.ok(plantFaults(sound, [...knownFaults.keys()]).handlers['getCard']);
});
