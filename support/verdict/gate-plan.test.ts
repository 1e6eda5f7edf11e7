import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageDefects, planDefects, unfinished } from './gate-plan.js';
import { aResult } from './testing/samples.js';

const resultsOf = (...ids: readonly string[]) => ids.map((id) => aResult({ id }));

test('what was planned or finished more than once is told once, in order', () => {
  assert.deepEqual(planDefects({ planned: ['a', 'b', 'b', 'a', 'b'], results: resultsOf('a', 'c', 'c') }), [
    'b: planned more than once',
    'a: planned more than once',
    'c: more than one final result',
    'c: a result that was not planned',
  ]);
});

test('results and messages are held against each other both ways', () => {
  const cucumber = { finished: ['a', 'x'], problem: null, cutShort: ['c'] };
  assert.deepEqual(messageDefects({ cucumber, results: resultsOf('a', 'b', 'c'), interrupted: false }), [
    'b: a result, but Cucumber did not finish it',
    'x: finished by Cucumber, no result',
  ]);
});

test('a plan of many scenarios takes no longer than its length asks for', () => {
  const planned = Array.from({ length: 30_000 }, (_, index) => `features/one.feature:${String(index)}`);
  const results = planned.map((id) => aResult({ id }));
  const cucumber = { finished: planned, problem: null, cutShort: [] };
  const begin = performance.now();
  assert.deepEqual(planDefects({ planned, results }), []);
  assert.deepEqual(unfinished({ planned, results }), []);
  assert.deepEqual(messageDefects({ cucumber, results, interrupted: false }), []);
  assert.ok(performance.now() - begin < 3000);
});
