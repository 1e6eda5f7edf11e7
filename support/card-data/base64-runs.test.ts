import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextBase64Run } from './base64-runs.js';
import { findEncodedText } from './encoded-text.js';

/** The same as a regular expression: right by reading, and slow because it begins anew in every short word. */
const pattern = /[A-Za-z0-9+/_-]{16,}/g;

const piece = fc.oneof(
  fc.constantFrom('=', '==', '===', ' ', '.', '\u00e9', '\u6f22', 'A'.repeat(15), 'b'.repeat(16), 'c9+/_-'),
  fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '.', '='), maxLength: 40 }),
);

test('runs are found as the regular expression finds them', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const found = [];
      for (let run = nextBase64Run(text, 0); run !== null; run = nextBase64Run(text, run.end)) found.push(run);
      const expected = [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ index, end: index + length }));
      assert.deepEqual(found, expected);
    }),
    { numRuns: 2000 },
  );
});

test('a text in base64 is found with its padding, whatever stands around it', () => {
  const around = fc.string({ unit: fc.constantFrom(' ', '"', '.', ':', '\u00e9'), maxLength: 5 });
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z 0-9]{12,40}$/), around, (said, edge) => {
      const encoded = Buffer.from(said, 'utf8').toString('base64');
      const found = findEncodedText(`${edge} ${encoded} ${edge}`);
      assert.deepEqual(
        found.filter(({ text }) => text === said),
        [{ index: edge.length + 1, length: encoded.length, text: said }],
      );
    }),
  );
});
