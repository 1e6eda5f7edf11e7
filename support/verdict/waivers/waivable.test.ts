import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { judgeRules } from '../../contract/rules/index.js';
import { allChecks } from '../checks/all-checks.js';
import { loadRequirements } from '../load-requirements.js';
import { ruleWord, whyNotWaivable } from './waivable.js';

const catalogue = await loadRequirements(
  join(packageRoot(), 'schemas/axys-v2/requirements.yaml'),
  new Set(allChecks.keys()),
);

test('what is never waived, row by row', () => {
  const rows = catalogue.map((row) => [row.id, whyNotWaivable(row, 'x')] as const);
  const of = (thing: string) => rows.filter(([, why]) => why === thing).map(([id]) => Number(id.slice(3)));
  assert.deepEqual(of('authentication'), [10, 11, 12, 13, 52, 53, 54, 55, 56, 57, 65, 66, 72, 75]);
  assert.deepEqual(of('card data'), [35]);
  assert.deepEqual(of('integrity'), [69, 73]);
  const money = [32, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 58, 59, 60, 61, 62, 71];
  assert.deepEqual(of('money'), money);
});

test('every row about reconciliation but the one about list filters counts as money', () => {
  const open = catalogue.filter(
    (row) => row.categories.includes('reconciliation') && whyNotWaivable(row, 'x') === null,
  );
  assert.deepEqual(
    open.map(({ id }) => id),
    ['TM-63'],
  );
});

test('rules about card data are never waived, in whatever row, whole cause or bare', () => {
  const row = { id: 'TM-29', area: 'card lifecycle' };
  const known = new Set(judgeRules.map(({ id }) => id));
  for (const rule of ['card-number-anywhere', 'sensitive-in-url', 'write-only-returned']) {
    assert.ok(known.has(rule), rule);
    assert.equal(whyNotWaivable(row, rule), 'card data');
    assert.equal(whyNotWaivable(row, `${rule} getCard /x`), 'card data');
  }
  assert.equal(whyNotWaivable(row, 'response-body-schema'), null);
});

test('the word of a rule is the part before its variant or its place', () => {
  assert.deepEqual(['card-active:held', 'a-rule getCard /x', 'plain'].map(ruleWord), [
    'card-active',
    'a-rule',
    'plain',
  ]);
});
