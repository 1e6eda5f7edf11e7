import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from './load-contract.js';
import { publishedContract } from './published-contract.js';

test('the digest in the build is that of the document it ships: whoever changes the contract publishes a new digest', async () => {
  const { sha256, version } = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  assert.deepEqual({ version, sha256 }, publishedContract);
});
