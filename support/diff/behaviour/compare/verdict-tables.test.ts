import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangeClass } from '../../contract/change-class.js';
import type { ScenarioVerdict } from '../../../verdict/verdict.js';
import { behaviourMirror, behaviourRules } from '../rules/behaviour-rules.js';
import { scenarioRule } from './verdict-tables.js';

const ends: readonly (readonly [ScenarioVerdict, ScenarioVerdict, ChangeClass])[] = [
  ['pass', 'advisory', 'conditionally-breaking'],
  ['advisory', 'pass', 'additive'],
  ['pass', 'review', 'unknown'],
  ['advisory', 'inconclusive', 'unknown'],
  ['advisory', 'fail', 'breaking'],
];
for (const [old, next, expected] of ends) {
  test(`a scenario that was ${old} and is now ${next} is ${expected}, and the way back its mirror`, () => {
    const rule = scenarioRule(old, next);
    assert.equal(behaviourRules[rule].effect, expected);
    assert.equal(scenarioRule(next, old), behaviourMirror(rule));
  });
}
