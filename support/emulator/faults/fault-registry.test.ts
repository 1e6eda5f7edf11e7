import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { ok } from '../http/reply.js';
import { type Fault, faults, plantFaults } from './fault-registry.js';

const silent: Fault = {
  id: 'silent-read',
  title: 'reads answer nothing',
  plant: (handlers) => ({ ...handlers, getCard: () => ok({}) }),
};

test('a fault replaces what it names and leaves the rest', () => {
  const listCards = () => ok([]);
  const planted = plantFaults({ getCard: () => ok({ cardId: 1 }), listCards }, ['silent-read'], [silent]);
  assert.equal(planted['listCards'], listCards);
  assert.deepEqual(planted['getCard']?.({} as never, {} as never), ok({}));
});

test('an unknown fault is refused and the message lists the known ones', () => {
  assert.throws(
    () => plantFaults({}, ['loud-read'], [silent]),
    (problem) => problem instanceof CodedError && problem.exit === 64 && problem.message.includes('silent-read'),
  );
});

test('fault ids are unique and kebab-case', () => {
  const ids = faults.map(({ id }) => id);
  assert.deepEqual([...new Set(ids)], ids);
  assert.deepEqual(
    ids.filter((id) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id)),
    [],
  );
});
