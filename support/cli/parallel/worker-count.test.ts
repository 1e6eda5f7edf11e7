import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parallelOf, workersOf } from './worker-count.js';

test('reads a number of workers or auto, and nothing else', () => {
  assert.deepEqual(['1', '8', '32', 'auto'].map(parallelOf), [1, 8, 32, 'auto']);
  for (const text of ['0', '33', '-1', '1.5', 'all', '', 'AUTO'])
    assert.throws(() => parallelOf(text), /1 to 32/, text);
});

test('auto is several workers where steps wait for a platform elsewhere, and one anywhere else', () => {
  const of = (environment: 'emulator' | 'staging' | 'production', url: string | null) =>
    workersOf(undefined, { environment, baseUrl: url === null ? null : new URL(url) });
  assert.equal(of('staging', 'https://staging.example.com/v2'), 4);
  assert.equal(of('staging', 'https://127.0.0.1:4010/v2'), 1);
  assert.equal(of('emulator', null), 1);
  assert.equal(of('emulator', 'https://localhost:4010/v2'), 1);
  assert.equal(of('production', 'https://api.example.com/v2'), 1);
  assert.equal(workersOf(3, { environment: 'emulator', baseUrl: null }), 3);
});
