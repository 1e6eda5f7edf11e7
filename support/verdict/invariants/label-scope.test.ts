import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelScopeOf } from './label-scope.js';

test('exchanges of one shard share their labels, those of another shard or run do not', () => {
  const scopes = ['x-000001', 'x-000999', 'x-101000001', 'x-101999999', 'x-102000001', 'run-1/x-000001'].map((id) =>
    labelScopeOf({ id }),
  );
  assert.deepEqual(scopes, ['', '', '1', '1', '2', 'run-1/']);
});
