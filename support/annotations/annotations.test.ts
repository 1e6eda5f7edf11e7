import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import type { ContractChange } from '../diff/contract/contract-change.js';
import { anApproval } from '../diff/dossier/testing/sample-comparison.js';
import { aRun } from '../evidence/testing/sample-run.js';
import { aCheck, aResult } from '../verdict/testing/samples.js';
import { annotationsOfDiff } from './annotations-of-diff.js';
import { annotationsOfRun } from './annotations-of-run.js';
import { codeQuality } from './code-quality.js';
import { placeIn } from './place-in.js';
import { plainLines } from './plain-lines.js';

const cwd = join(packageRoot(), 'checkout');
const change: ContractChange = {
  rule: 'member-renamed',
  class: 'breaking',
  fingerprint: '0123456789ab',
  place: 'schemas/Card .status',
  words: 'status is gone',
  because: null,
  before: '"status"',
  after: null,
  uses: [{ operation: 'GET /cards', operationId: 'listCards', direction: 'response' }],
  old: { pointer: '/x', line: 3, column: 1 },
  new: { pointer: '/', line: 9, column: 7 },
};

test('a change is said on its line of the new document', () => {
  const diff = { old: { file: '/base/api.yaml', version: '1' }, new: { file: join(cwd, 'api.yaml'), version: '2' } };
  const [found] = annotationsOfDiff({ ...diff, changes: [change] }, [], cwd);
  assert.deepEqual(found?.place, { file: 'api.yaml', line: 9, column: 7 });
  assert.deepEqual([found.level, found.title], ['error', 'breaking: schemas/Card .status']);
  assert.match(found.message, /^status is gone\nReaches GET \/cards\nRule member-renamed, fingerprint 0123456789ab$/);
});

test('a change that people decided on is a notice that names the decision; a lapsed one decides nothing', () => {
  const diff = { old: { file: 'a', version: '1' }, new: { file: join(cwd, 'api.yaml'), version: '2' } };
  const approval = { ...anApproval({ fingerprint: change.fingerprint }), about: 'status is gone' };
  const [used] = annotationsOfDiff({ ...diff, changes: [change] }, [{ ...approval, state: 'used' }], cwd);
  assert.deepEqual([used?.level, used?.title], ['notice', 'breaking, expected: schemas/Card .status']);
  assert.match(used?.message ?? '', /^Approved by A\. Person until 2026-12-31: announced for 2\.1$/m);
  const [expired] = annotationsOfDiff({ ...diff, changes: [change] }, [{ ...approval, state: 'expired' }], cwd);
  assert.equal(expired?.level, 'error');
});

test('a file outside the folder has no place in the checkout', () => {
  const at = { line: 1, column: null };
  assert.equal(placeIn(cwd, '/elsewhere/api.yaml', at), null);
  assert.equal(placeIn(cwd, '..', at), null);
  assert.equal(placeIn(cwd, cwd, at), null);
  assert.deepEqual(placeIn(cwd, '..api.yaml', at), { file: '..api.yaml', ...at });
});

test('a scenario that did not pass is said on its line of the feature, with what was expected and how to run it', () => {
  const check = aCheck({ outcome: 'violated', expected: '1', received: '2' });
  const results = [aResult({ verdict: 'fail', reason: 'a check is violated', checks: [check] }), aResult({ id: 'x' })];
  const [decision, failed, ...others] = annotationsOfRun(aRun(results), packageRoot());
  assert.deepEqual([decision?.level, decision?.place], ['error', null]);
  assert.match(decision?.title ?? '', /^practice-fail \(exit 1\)$/);
  assert.deepEqual(failed?.place, { file: 'features/cards/hold.feature', line: 7, column: null });
  assert.deepEqual([failed.level, failed.rule, failed.title], ['error', 'fail', 'fail TM-29 Block a card']);
  assert.match(failed.message, /expected 1, received 2\nfeatures\/cards\/hold\.feature:7\nreplay: axys-certify run/);
  assert.deepEqual(others, []);
});

test('the same things as plain lines and as a report of GitLab', () => {
  const diff = { old: { file: 'a', version: '1' }, new: { file: join(cwd, 'api.yaml'), version: '2' } };
  const found = annotationsOfDiff({ ...diff, changes: [change] }, [], cwd);
  assert.equal(
    plainLines(found),
    'api.yaml:9:7: error member-renamed: breaking: schemas/Card .status: status is gone; Reaches GET /cards; Rule member-renamed, fingerprint 0123456789ab\n',
  );
  const [issue, ...rest] = codeQuality([...found, { ...found[0]!, place: null }]);
  assert.deepEqual(rest, []);
  assert.deepEqual(issue?.location, { path: 'api.yaml', lines: { begin: 9 } });
  assert.deepEqual(
    [issue.severity, issue.check_name, issue.fingerprint],
    ['critical', 'member-renamed', change.fingerprint],
  );
});
