import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeClasses } from '../../contract/change-class.js';
import { behaviourMirror, behaviourRules, type BehaviourRuleId } from './behaviour-rules.js';

const ids = Object.keys(behaviourRules) as BehaviourRuleId[];

test('every rule has a mirror whose mirror leads back', () => {
  for (const id of ids) {
    assert.ok(Object.hasOwn(behaviourRules, behaviourMirror(id)), id);
    assert.equal(behaviourMirror(behaviourMirror(id)), id);
  }
});

test('a rule that is its own mirror says the old and the new value, or why it need not', () => {
  for (const id of ids.filter((one) => behaviourMirror(one) === one && one !== 'nothing-compared')) {
    assert.match(behaviourRules[id].says, /\{before\}/, id);
    assert.match(behaviourRules[id].says, /\{after\}/, id);
  }
});

test('classes that are not plain have their reason written down', () => {
  for (const id of ids) {
    const { effect, because } = behaviourRules[id];
    assert.ok(changeClasses.includes(effect), id);
    if (effect === 'conditionally-breaking' || effect === 'unknown') assert.ok((because ?? '').length > 20, id);
  }
});
