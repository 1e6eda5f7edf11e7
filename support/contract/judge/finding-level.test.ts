import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLevel } from './finding-level.js';

test('the level depends on provenance, aspect and questions', () => {
  const level = (provenance: Parameters<typeof findingLevel>[0]['provenance'], questions: readonly string[] = []) =>
    (['presence', 'type', 'value'] as const).map((aspect) =>
      findingLevel({ provenance, source: '', questions }, aspect),
    );
  assert.deepEqual(level('documented'), ['fail', 'fail', 'fail']);
  assert.deepEqual(level('confirmed'), ['fail', 'fail', 'fail']);
  assert.deepEqual(level('example'), ['fail', 'fail', 'review']);
  assert.deepEqual(level('inferred'), ['review', 'review', 'review']);
  assert.deepEqual(level('assumed'), ['review', 'review', 'review']);
  assert.deepEqual(level('documented', ['C-01']), ['review', 'review', 'review']);
});
