import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anApproval } from '../dossier/testing/sample-comparison.js';
import type { ApprovableChange } from './approvable-change.js';
import { approvedDiff, renderApprovals } from './approved-diff.js';

const change = (fingerprint: string, worst: ApprovableChange['class']): ApprovableChange => ({
  ...{ fingerprint, class: worst, rule: 'member-vanished', words: `${fingerprint} changed`, members: [], rows: [] },
});

const changes = [change('0a0a0a0a0a0a', 'breaking'), change('0b0b0b0b0b0b', 'conditionally-breaking')];
const setting = { catalogue: [], at: '2026-11-21T08:00:00.000Z' };

test('what is approved no longer decides how bad a diff is; what is not still does', () => {
  assert.equal(approvedDiff([], changes, setting).openClass, 'breaking');
  assert.equal(approvedDiff([anApproval()], changes, setting).openClass, 'conditionally-breaking');
  const both = [anApproval(), anApproval({ fingerprint: '0b0b0b0b0b0b' })];
  assert.equal(approvedDiff(both, changes, setting).openClass, 'cosmetic');
  assert.equal(approvedDiff([anApproval({ expires: '2026-11-20' })], changes, setting).openClass, 'breaking');
});

test('people read what became of each decision, and what is still open', () => {
  assert.equal(
    renderApprovals(approvedDiff([anApproval(), anApproval({ fingerprint: 'ffffffffffff' })], changes, setting)),
    [
      '',
      'Approvals (2)',
      '  used 0a0a0a0a0a0a expected by A. Person until 2026-12-31: announced for 2.1 (0a0a0a0a0a0a changed)',
      '  stale ffffffffffff expected by A. Person until 2026-12-31: announced for 2.1 (no change bears this fingerprint)',
      'Worst class that is open: conditionally-breaking',
      '',
    ].join('\n'),
  );
});
