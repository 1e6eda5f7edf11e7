import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aRow } from '../../verdict/testing/samples.js';
import type { ApprovableChange } from './approvable-change.js';
import type { Approval } from './approval.js';
import { applyApprovals } from './apply-approvals.js';

const at = '2026-11-21T08:00:00.000Z';
const print = '0123456789ab';

function aChange(change: Partial<ApprovableChange> = {}): ApprovableChange {
  return {
    ...{ fingerprint: print, class: 'breaking', rule: 'member-vanished', words: 'getCard no longer shows alias' },
    ...{ members: ['card', 'alias'], rows: [], ...change },
  };
}

function anApproval(change: Partial<Approval> = {}): Approval {
  const reason = 'announced for 2.1';
  return { fingerprint: print, decision: 'expected', reason, by: 'A. Person', expires: '2026-12-31', ...change };
}

function state(change: Partial<ApprovableChange> = {}, approval: Partial<Approval> = {}) {
  const catalogue = [aRow({ id: 'TM-29', area: 'card lifecycle' }), aRow({ id: 'TM-55', area: 'wallet' })];
  const { states, covering } = applyApprovals([anApproval(approval)], { changes: [aChange(change)], catalogue, at });
  return [states[0]?.state, states[0]?.about, covering.size] as const;
}

test('an approval covers the change that bears its fingerprint, to the end of its last day', () => {
  assert.deepEqual(state(), ['used', 'getCard no longer shows alias', 1]);
  assert.deepEqual(state({}, { expires: '2026-11-21' }), ['used', 'getCard no longer shows alias', 1]);
  assert.deepEqual(state({ rows: ['TM-29'] }), ['used', 'getCard no longer shows alias', 1]);
});

test('one that lapsed covers nothing and says so, whether or not its change is there', () => {
  assert.deepEqual(state({}, { expires: '2026-11-20' }), ['expired', 'the comparison is of 2026-11-21', 0]);
  assert.deepEqual(state({}, { expires: '2026-11-20', fingerprint: 'f'.repeat(12) })[0], 'expired');
});

test('one that matches nothing is listed as stale', () => {
  assert.deepEqual(state({}, { fingerprint: 'f'.repeat(12) }), ['stale', 'no change bears this fingerprint', 0]);
});

const untouchable: readonly (readonly [string, Partial<ApprovableChange>, RegExp])[] = [
  ['a member with card data', { members: ['card', 'cardNumber'] }, /^card data is never approved/],
  ['a member with a PIN, however it is spelt', { members: ['new_pin'] }, /^card data/],
  ['a one-time code', { members: ['otpCode'] }, /^authentication/],
  ['a balance', { members: ['wallet', 'walletAvailableBalance'] }, /^money/],
  ['an amount schema', { members: ['DecimalAmount'] }, /^money/],
  ['the schema of every amount', { members: ['components', 'schemas', 'MinorUnits', 'type'] }, /^money/],
  ['a bank account', { members: ['senderAccountNumber'] }, /^money/],
  ['a security requirement', { rule: 'security-waived', members: [] }, /^authentication/],
  ['that nothing was compared', { rule: 'nothing-compared', members: [] }, /^integrity/],
  ['the verdict of a row about money', { rows: ['TM-29', 'TM-55'] }, /^money/],
  ['the verdict of the row of the guard', { rows: ['TM-73'] }, /^integrity/],
];

for (const [name, change, words] of untouchable) {
  test(`refused: ${name}`, () => {
    const [word, about, covered] = state(change);
    assert.equal(word, 'refused');
    assert.match(about ?? '', words);
    assert.equal(covered, 0);
  });
}

test('no approval covers anything but its own fingerprint, whatever else is approved', () => {
  const digits = fc.stringMatching(/^[0-9a-f]{12}$/);
  fc.assert(
    fc.property(fc.uniqueArray(digits), fc.uniqueArray(digits), (changed, approved) => {
      const { states, covering } = applyApprovals(
        approved.map((fingerprint) => anApproval({ fingerprint })),
        { changes: changed.map((fingerprint) => aChange({ fingerprint })), catalogue: [], at },
      );
      assert.equal(states.length, approved.length);
      assert.deepEqual([...covering.keys()].sort(), approved.filter((one) => changed.includes(one)).sort());
    }),
  );
});
