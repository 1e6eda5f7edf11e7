import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../../config/package-root.js';
import { changeClasses } from '../change-class.js';
import { diffRules, mirrorOf, type DiffRuleId } from './diff-rules.js';
import { rulesPage } from './rules-page.js';

const ids = Object.keys(diffRules) as DiffRuleId[];

test('every rule has a mirror whose mirror leads back', () => {
  for (const id of ids) {
    assert.ok(Object.hasOwn(diffRules, mirrorOf(id)), `${id} has the mirror ${diffRules[id].mirror}, which is no rule`);
    assert.equal(mirrorOf(mirrorOf(id)), id);
  }
});

test('a rule that is its own mirror says the old and the new value, or why it need not', () => {
  for (const id of ids.filter((one) => mirrorOf(one) === one)) {
    const { says, effect } = diffRules[id];
    assert.match(says, /\{(key|before|after)\}|another (order|way)/, id);
    // Traded places change nothing for such a rule, so neither may direction.
    const directed = typeof effect !== 'string' && effect.request !== effect.response;
    assert.ok(!directed || id === 'default-changed', id);
  }
});

test('classes that are not plain from direction alone have their reason written down', () => {
  for (const id of ids) {
    const { effect, because } = diffRules[id];
    const classes = typeof effect === 'string' ? [effect] : [effect.request, effect.response];
    for (const one of classes) assert.ok(changeClasses.includes(one), id);
    const judged = classes.some((one) => one === 'conditionally-breaking' || one === 'unknown');
    if (judged && id !== 'unclassified-difference') assert.ok(because !== undefined && because.length > 20, id);
  }
});

test('the page of rules is up to date', async () => {
  const page = await readFile(join(packageRoot(), 'docs/diff-rules.md'), 'utf8');
  // The formatter pads the columns of the table.
  const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-');
  assert.equal(plain(page), plain(rulesPage()), 'run: npm run diff-rules, then the formatter');
});
