import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { cucumberDifferences } from './compare-cucumber.js';
import type { CucumberAttempt } from './cucumber-attempts.js';

type StepRecord = ScenarioResult['steps'][number];
type Status = StepRecord['status'];

/** What stands against one result, given the attempts that Cucumber tells of. */
function against(steps: readonly Status[] | null, ...attempts: readonly CucumberAttempt[]): number {
  const step = (status: Status) => ({ status }) as StepRecord;
  const results = steps === null ? [] : [{ id: 's', attempt: 1, steps: steps.map(step) }];
  return cucumberDifferences(results, new Map([['s', attempts]])).length;
}

const ended = { words: ['passed', 'failed'], ended: true };

test('a result and an attempt that ended stand for each other', () => {
  assert.equal(against(['passed', 'failed'], ended), 0);
  assert.equal(against(['passed', 'passed'], ended), 2);
  assert.equal(against(null, ended), 1);
  assert.equal(against(['passed', 'failed']), 1);
});

test('an attempt that the death of the process cut short may have its result already, or not', () => {
  assert.equal(against(['passed', 'failed'], { ...ended, ended: false }), 0);
  assert.equal(against(null, { ...ended, ended: false }), 0);
  assert.equal(against(['passed', 'passed'], { ...ended, ended: false }), 1);
});
