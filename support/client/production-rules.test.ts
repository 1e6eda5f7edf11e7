import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpMethod, Operation } from '../contract/contract.js';
import { CodedError } from '../messages/coded-error.js';
import {
  checkProductionContract,
  enforceProductionRules,
  productionRules,
  type ProductionCall,
} from './production-rules.js';

const list: ProductionCall = {
  ...{ operationId: 'listCardholders', method: 'GET', path: '/cardholders' },
  ...{ query: {}, identity: 'program', body: undefined },
};
const guard: ProductionCall = {
  ...{
    query: {},
    identity: 'program',
    operationId: 'simulateKycResult',
    method: 'POST',
    path: '/staging/kyc/validate',
  },
  body: { cardholderId: 2147483647, result: 'pass' },
};

test('the connection test and the guard test may leave', () => {
  enforceProductionRules(productionRules, list);
  enforceProductionRules(productionRules, guard);
});

const refused: readonly (readonly [string, ProductionCall])[] = [
  ['another read', { ...list, operationId: 'getCardholder', path: '/cardholders/1' }],
  ['a creating call', { ...list, operationId: 'createCardholder', method: 'POST' }],
  ['the list with a body', { ...list, body: {} }],
  ['the list under another path', { ...list, path: '/cardholders/1' }],
  ['the list as a write', { ...list, method: 'POST' }],
  ['a search in the list', { ...list, query: { limit: '200' } }],
  ['the list under another identity', { ...list, identity: 'no-certificate' }],
  ['a probe', { ...list, operationId: null }],
  ['the guard test for a real cardholder', { ...guard, body: { cardholderId: 10532, result: 'pass' } }],
  ['the guard test with another result', { ...guard, body: { cardholderId: 2147483647, result: 'fail' } }],
  ['the guard test with more members', { ...guard, body: { cardholderId: 2147483647, result: 'pass', x: 1 } }],
  ['the guard test without a body', { ...guard, body: undefined }],
];

for (const [title, call] of refused) {
  test(`on production ${title} is refused with 77`, () => {
    assert.throws(
      () => enforceProductionRules(productionRules, call),
      (error) => error instanceof CodedError && error.exit === 77,
    );
  });
}

const contractWith = (operationId: string, method: HttpMethod, path: string) => ({
  operations: new Map([[operationId, { operationId, method, path } as Operation]]),
});

test('a contract that leaves the two operations where they are, or lacks them, may be used on production', () => {
  checkProductionContract(contractWith('simulateKycResult', 'POST', '/staging/kyc/validate'), productionRules);
  checkProductionContract(contractWith('getCard', 'GET', '/cards/{cardId}'), productionRules);
});

test('a contract that moves one of them is refused with 77', () => {
  for (const [method, path] of [
    ['POST', '/cardholders'],
    ['PUT', '/staging/kyc/validate'],
  ] as const) {
    assert.throws(() => checkProductionContract(contractWith('simulateKycResult', method, path), productionRules), {
      code: 'CLI-203',
      exit: 77,
    });
  }
});
