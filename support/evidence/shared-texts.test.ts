import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SharedTexts } from './shared-texts.js';

test('a value with shared texts is the same value', () => {
  const texts = new SharedTexts();
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const before = JSON.stringify(json);
      assert.equal(JSON.stringify(texts.share(json)), before);
    }),
  );
});
