import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContract, ownContractPath } from '../contract/load-contract.js';
import { handlers } from './handlers.js';

test('every operation of the contract has a behaviour, and every behaviour an operation', async () => {
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  assert.deepEqual(Object.keys(handlers).sort(), [...contract.operations.keys()].sort());
});
