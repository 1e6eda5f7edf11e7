import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRow } from '../testing/samples.js';
import { checkWaivers } from './check-waivers.js';

const catalogue = [
  aRow(),
  aRow({ id: 'TM-48', area: 'wallet', proves: ['overdraft-refused'] }),
  aRow({ id: 'TM-37', area: 'deposit, crypto' }),
];
const check =
  (requirement: string, rule: string, expires = '2026-12-31') =>
  () => {
    const waiver = { requirement, rule, reason: 'ticket 7', by: 'A. Person', expires };
    checkWaivers([waiver], catalogue, '2026-11-21T23:59:59.999Z');
  };

test('a waiver of a check, a variant, a rule, a whole cause or instability can stand', () => {
  for (const rule of ['on-hold-after-block', 'on-hold-after-block:x', 'response-body-schema', 'error-envelope x /y']) {
    assert.doesNotThrow(check('TM-29', rule), rule);
  }
  assert.doesNotThrow(check('TM-29', 'unstable'));
});

test('money, and card data in any row, are refused before anything is called', () => {
  assert.throws(check('TM-48', 'response-body-schema'), {
    code: 'WVR-101',
    exit: 78,
    message: /money is never waived/,
  });
  assert.throws(check('TM-29', 'card-number-anywhere'), { code: 'WVR-101', exit: 78, message: /card data/ });
});

test('a check that proves rows about money only, and a cause of such an operation, are refused in any row', () => {
  for (const rule of ['overdraft-refused', 'response-body-schema getCardBalance /ledgerBalance']) {
    assert.throws(check('TM-29', rule), { code: 'WVR-101', exit: 78, message: /money is never waived/ });
  }
});

test('a rule that nothing bears is refused with the nearest one', () => {
  assert.throws(check('TM-29', 'on-hold-after-blok'), { code: 'WVR-102', exit: 78, next: /on-hold-after-block/ });
});

test('a waiver that lasts more than 366 days from now is refused, with the last day that may be named', () => {
  assert.doesNotThrow(check('TM-29', 'unstable', '2027-11-22'));
  assert.throws(check('TM-29', 'unstable', '2027-11-23'), { code: 'WVR-103', exit: 78, message: /2027-11-22/ });
  assert.throws(check('TM-29', 'unstable', '2199-12-31'), { code: 'WVR-103' });
});
