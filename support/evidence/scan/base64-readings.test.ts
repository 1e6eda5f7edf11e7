import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { alignments, base64Readings } from './base64-readings.js';

const encoded = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('base64Readings', () => {
  it('reads text from where it begins, whatever stands before it', () => {
    for (const skipped of alignments) {
      const readings = base64Readings('a'.repeat(skipped) + encoded('{"cardNumber": "a text"}'));
      assert.equal(readings?.[skipped], '{"cardNumber": "a text"}');
    }
  });

  it('reads lines as one', () => {
    const text = 'a text that is longer than one line of base64 is';
    const first = base64Readings(encoded(text).replace(/.{20}/g, '$&\r\n'))?.[0];
    assert.equal(first, text);
  });

  it('reads text of any script, cut where a character is cut', () => {
    const first = base64Readings(encoded('Übermäßig große Öfen'))?.[0];
    assert.equal(Buffer.from(first ?? '', 'latin1').toString('utf8'), 'Übermäßig große Öfen');
  });

  it('calls bytes noise, but not when a card number may stand in them', () => {
    const bytes = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(40, 1)]).toString('base64');
    assert.equal(base64Readings(bytes('no number'))?.[0], null);
    assert.equal(base64Readings(bytes('1234567890123'))?.[0]?.slice(0, 13), '1234567890123');
    assert.equal(base64Readings(bytes('1a2a3a4a5a6a7a8a9a0a1a2a3'))?.[0], null);
  });

  it('says the same of a word whatever was read before it', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z0-9+/_-]{16,80}$/), { minLength: 1, maxLength: 5 });
    const reference = (word: string, skipped: number) => {
      const text = Buffer.from(word.slice(skipped), 'base64').toString('latin1');
      const tail = text.slice(text.length >> 1);
      const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(tail);
      const whole = !Buffer.from(tail, 'latin1').toString('utf8').slice(3, -3).includes('\ufffd');
      const isText = /^[\t\n\r\x20-\x7e]*$/.test(tail) || (!control && whole);
      return isText || /\d(?:[ +.-]?\d){12}/.test(text) ? text : null;
    };
    fc.assert(
      fc.property(words, (list) => {
        for (const word of list) {
          assert.deepEqual(
            base64Readings(word) ?? alignments.map(() => null),
            alignments.map((skipped) => reference(word, skipped)),
          );
        }
      }),
    );
  });
});
