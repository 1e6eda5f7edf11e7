import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Contract } from '../../contract/contract.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import type { Json } from '../../trace/exchange.js';
import { callOf } from '../../trace/test-kit/exchange-of.js';
import { lostAnswers, type CallParts, type Outcome } from './lost-answers.js';

describe('the table of lost answers', () => {
  let contract: Contract;
  before(async () => {
    contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  });

  it('has an entry for every writing operation of the contract, and for nothing else', () => {
    const writing = [...contract.operations.values()].filter(({ method }) => method !== 'GET');
    assert.deepEqual(Object.keys(lostAnswers).sort(), writing.map(({ operationId }) => operationId).sort());
  });

  it('looks with safe calls only', () => {
    for (const recovery of Object.values(lostAnswers)) {
      if (recovery.by === 'nothing') continue;
      const operation = contract.operations.get(recovery.by === 'label' ? recovery.list : recovery.read);
      assert.equal(operation?.method, 'GET');
    }
  });

  it('names the kinds as the contract does', () => {
    for (const [operationId, recovery] of Object.entries(lostAnswers)) {
      if (recovery.by === 'label') assert.equal(recovery.kind, contract.operations.get(operationId)?.creates);
    }
  });

  it('leaves everything that moves money without a label undecided', () => {
    for (const operationId of ['simulateCryptoDeposit', 'simulateBankDeposit', 'simulateCardSpend']) {
      assert.equal(lostAnswers[operationId]?.by, 'nothing');
    }
  });
});

/** Operation, body of the call, what the record shows, and what that says. */
const states: readonly (readonly [string, Json, Json, Outcome])[] = [
  ['submitKyc', null, { status: 3 }, 'took-effect'],
  ['submitKyc', null, { status: 4 }, 'never-made'],
  ['submitKyc', null, { status: 2 }, 'never-made'],
  ['submitKyc', null, { status: 1 }, 'undecided'],
  ['submitKyc', null, { status: 'success' }, 'undecided'],
  ['simulateKycResult', { result: 'pass' }, { status: 1 }, 'took-effect'],
  ['simulateKycResult', { result: 'pass' }, { status: 3 }, 'never-made'],
  ['simulateKycResult', { result: 'pass' }, { status: 2 }, 'undecided'],
  ['simulateKycResult', { result: 'fail' }, { status: 2 }, 'took-effect'],
  ['simulateKycResult', { result: 'perhaps' }, { status: 2 }, 'undecided'],
  ['activateCard', {}, { issuerCardStatus: 1 }, 'took-effect'],
  ['activateCard', {}, { issuerCardStatus: 4 }, 'never-made'],
  ['activateCard', {}, {}, 'undecided'],
  ['setCardStatus', { newStatus: 2 }, { issuerCardStatus: 2 }, 'took-effect'],
  ['setCardStatus', { newStatus: 2 }, { issuerCardStatus: 1 }, 'never-made'],
  ['setCardStatus', { newStatus: 2 }, { issuerCardStatus: 3 }, 'undecided'],
  ['updateCard', { alias: 'a', transactionLimit: 5 }, { alias: 'a', transactionLimit: 5 }, 'took-effect'],
  ['updateCard', { alias: 'a', transactionLimit: 5 }, { alias: 'a', transactionLimit: 7 }, 'never-made'],
  ['updateCard', { alias: 'a', transactionLimit: 5 }, { alias: 'a' }, 'undecided'],
  ['updateCard', {}, { alias: 'a' }, 'undecided'],
  ['updateCardholder', { callingCode: '001', city: 'X' }, { callingCode: '001', city: 'X' }, 'took-effect'],
  ['updateCardholder', { callingCode: '001', city: 'X' }, { callingCode: '001', city: 'Y' }, 'never-made'],
  ['updateCardholder', { callingCode: '001' }, { callingCode: '001' }, 'undecided'],
];

describe('deciding a lost answer by the state', () => {
  for (const [operationId, body, shown, outcome] of states) {
    it(`${operationId} ${JSON.stringify(body)} and a read of ${JSON.stringify(shown)}: ${outcome}`, () => {
      const recovery = lostAnswers[operationId];
      assert.ok(recovery?.by === 'state');
      const read = callOf(recovery.read, 'GET', '/cards/1', { answered: shown });
      const call: CallParts = { path: {}, body };
      assert.equal(recovery.outcome(read, call), outcome);
    });
  }
});
