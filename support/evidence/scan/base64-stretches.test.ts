import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base64Stretches } from './base64-stretches.js';

/** The same as a regular expression: right by reading, and too slow for a pack. */
const pattern = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]+)*/g;

test('stretches are found as the regular expression finds them', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\r\n', '\r', ' ', '"', '=', '\u00e9', 'A'.repeat(15), 'b'.repeat(16), 'c9+/_-'),
    fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '.', '\n'), maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const expected = [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ index, text: match }));
      assert.deepEqual(base64Stretches(text), expected);
    }),
    { numRuns: 2000 },
  );
});
