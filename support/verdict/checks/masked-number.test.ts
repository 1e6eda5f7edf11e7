import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOf } from './all-checks.js';
import { said } from './pair-builders.js';

const findingFor = (maskedCardNumber: string) =>
  checkOf('masked-read-hides-number').evaluate({ exchanges: [said({ maskedCardNumber })], arguments: {} });

test('too many digits violate, and the masked copy in the evidence gives the same finding', () => {
  const raw = findingFor('400000******1234');
  assert.equal(raw.outcome, 'violated');
  assert.deepEqual(findingFor('[masked:pan:abcdefgh]'), raw);
});

test('the last four digits meet it', () => {
  assert.equal(findingFor('************1234').outcome, 'met');
});
