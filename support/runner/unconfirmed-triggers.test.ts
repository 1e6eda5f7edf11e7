import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contract, Operation } from '../contract/contract.js';
import type { RunOutline } from './budget/run-outline.js';
import { unconfirmedTriggers } from './unconfirmed-triggers.js';

const operation = (operationId: string, provenance: Operation['provenance'], simulation = true) =>
  [operationId, { operationId, provenance, simulation } as Operation] as const;
const contract: Pick<Contract, 'operations'> = {
  operations: new Map([
    operation('simulateKycResult', 'documented'),
    operation('simulateCardSpend', 'assumed'),
    operation('simulateBankDeposit', 'confirmed'),
    operation('getWallet', 'assumed', false),
  ]),
};
const scenario = (...calls: readonly string[]): RunOutline['planned'][number] => ({
  ...{ id: calls.join('+'), name: 's', lacks: [], calls, creates: {} },
});
const outline = {
  planned: [
    scenario('simulateKycResult', 'getWallet'),
    scenario('simulateCardSpend', 'getWallet'),
    scenario('simulateCardSpend', 'simulateBankDeposit', 'unheardOf'),
  ],
};

test('which triggers nobody confirmed, and how many scenarios they touch, is said before a run', () => {
  const [line = '', next = ''] = unconfirmedTriggers(outline, contract, 'staging');
  assert.match(line, /^Nobody confirmed simulateCardSpend: where one of 2 scenarios /);
  assert.match(next, /AXYS_CONTRACT_OVERLAY/);
});

test('nothing is said where nothing is missing', () => {
  assert.deepEqual(unconfirmedTriggers(outline, contract, 'emulator'), []);
  assert.deepEqual(unconfirmedTriggers({ planned: outline.planned.slice(0, 1) }, contract, 'staging'), []);
});
