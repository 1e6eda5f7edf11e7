import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioVerdicts } from '../verdict/verdict.js';
import { verdictMapping } from './verdict-mapping.js';

test('every verdict has a place in every format, and no more', () => {
  assert.deepEqual(Object.keys(verdictMapping).sort(), [...scenarioVerdicts].sort());
});

test('only pass and advisory look green anywhere', () => {
  const green = scenarioVerdicts.filter((verdict) => {
    const { allure, junit, ctrf, inToto } = verdictMapping[verdict];
    return (
      allure === 'passed' || junit === null || junit === 'system-out' || ctrf === 'passed' || inToto === 'passedTests'
    );
  });
  assert.deepEqual(green, ['advisory', 'pass']);
});
