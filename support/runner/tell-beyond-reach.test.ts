import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from '../contract/contract-of.js';
import { smallDocument } from '../contract/fixtures/small-contract.js';
import { tellBeyondReach } from './tell-beyond-reach.js';

test('what is out of reach is named, and counted beyond the first few', () => {
  assert.equal(tellBeyondReach(contractOf(smallDocument())), null);
  const paths = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [`/${name}`, { patch: {} }]));
  const told = tellBeyondReach(contractOf({ ...smallDocument(), paths })) ?? '';
  assert.match(told, /^Warning: .+: PATCH \/a, PATCH \/b, PATCH \/c, PATCH \/d, PATCH \/e, and 2 more$/);
});
