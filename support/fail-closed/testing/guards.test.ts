import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../config/package-root.js';
import { planRun } from '../../runner/plan-run.js';
import { edited } from '../edit.js';
import { loadGuards, takingOut } from './guards.js';

/** The one item in which nothing is wrong, and no guard decides. */
const control = 'self/fail-closed:a-run-in-which-nothing-is-wrong-is-green';

const guards = await loadGuards();

test('every item of the battery has its guard, and every guard its item', async () => {
  const { scenarios } = await planRun({
    ...{ tags: '@self and @fail-closed', scenarioId: null, rows: null, order: 'defined' },
  });
  const items = scenarios.map(({ id }) => id).filter((id) => id !== control);
  assert.deepEqual(guards.map(({ scenario }) => scenario).toSorted(), items.toSorted());
});

for (const guard of guards) {
  test(`the guard against ${guard.item} stands in ${guard.file}`, async () => {
    const edit = takingOut(guard);
    const compiled = await readFile(join(packageRoot(), edit.file), 'utf8');
    assert.notEqual(edited(compiled, edit), compiled);
  });
}

test('a guard whose text is gone, or stands there twice, is an error', () => {
  const edit = { file: 'a.js', text: 'if (x)', becomes: 'if (false)' };
  assert.throws(() => edited('if (y) z();', edit), /a\.js.*found 0 times/);
  assert.throws(() => edited('if (x) y(); if (x) z();', edit), /found 2 times/);
  assert.equal(edited('if (x) y();', edit), 'if (false) y();');
});
