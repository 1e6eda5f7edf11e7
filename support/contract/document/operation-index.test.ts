import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { contractOf } from '../contract-of.js';
import { smallDocument } from '../fixtures/small-contract.js';

const contract = contractOf(smallDocument());

test('fixed text wins over a parameter', () => {
  assert.equal(contract.match('GET', '/cards/transactions')?.operation.operationId, 'listCardTransactions');
  assert.equal(contract.match('GET', '/cards/7')?.operation.operationId, 'getCard');
  assert.equal(contract.match('POST', '/cards/7'), null);
  assert.equal(contract.match('GET', '/v2/cards/7'), null);
});

test('an operation says what it is', () => {
  const spend = contract.operations.get('simulateCardSpend');
  assert.equal(spend?.simulation, true);
  assert.equal(spend.provenance, 'assumed');
  assert.equal(contract.operations.get('issueVirtualCard')?.creates, 'card');
});

test('operations that cannot be told apart are refused', () => {
  const paths = (value: object) => contractOf({ ...smallDocument(), paths: value });
  const refused = (value: object, code: string) =>
    assert.throws(
      () => paths(value),
      (error) => error instanceof CodedError && error.code === code,
      code,
    );
  refused({ '/a': { get: {} } }, 'CON-110');
  refused({ '/a/{x}': { get: { operationId: 'a' } }, '/a/{y}': { get: { operationId: 'b' } } }, 'CON-111');
  refused({ '/a': { get: { operationId: 'a' } }, '/b': { get: { operationId: 'a' } } }, 'CON-113');
});
