import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayBeText } from './base64-text.js';

/** As texts are told from noise once they are decoded. */
const isText = (decoded: string) => /^[\t\n\r\x20-\x7e\u00a0-\uffff]+$/.test(decoded) && !decoded.includes('\ufffd');

test('nothing that decodes to text is passed over, in either alphabet', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', '\n', 'é', 'ß', '€', '漢', '{'), minLength: 12 });
  fc.assert(
    fc.property(text, (said) => {
      for (const alphabet of ['base64', 'base64url'] as const) {
        assert.ok(mayBeText(Buffer.from(said, 'utf8').toString(alphabet)), JSON.stringify(said));
      }
    }),
  );
});

test('what is passed over is no text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9+/_-]{16,60}$/), (stretch) => {
      if (!mayBeText(stretch)) assert.equal(isText(Buffer.from(stretch, 'base64').toString('utf8')), false);
    }),
    { numRuns: 2000 },
  );
});

test('words and ids are passed over', () => {
  for (const word of ['cardholderStatus', 'availableBalance', 'run-20261121T152640Z'])
    assert.equal(mayBeText(word), false);
});
