import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../../config/package-root.js';
import { changeClasses } from '../../contract/change-class.js';
import { behaviourMirror, behaviourRules, type BehaviourRuleId } from './behaviour-rules.js';
import { behaviourRulesPage } from './behaviour-rules-page.js';

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

test('the page of rules is up to date', async () => {
  const page = await readFile(join(packageRoot(), 'docs/behaviour-rules.md'), 'utf8');
  // The formatter pads the columns of the table.
  const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-');
  assert.equal(plain(page), plain(behaviourRulesPage()), 'run: npm run diff-rules, then the formatter');
});
