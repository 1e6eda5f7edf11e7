import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { catalogueCopy, featuresDigest, ownCatalogue, parsedCatalogue } from './own-catalogue.js';

test('the scenarios that were parsed at build are those that Cucumber finds in the features now', async () => {
  assert.ok(existsSync(catalogueCopy(await featuresDigest())), 'the build left no copy');
  const copy = await ownCatalogue();
  assert.ok(copy.length > 100, `only ${copy.length} scenarios`);
  assert.deepEqual(copy, await parsedCatalogue());
});
