import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasCardNumber } from '../../card-data/card-number.js';
import { createMasker } from './mask-record.js';
import { createSecrets } from './secrets.js';

const key = 'k-0123456789abcdef';
const pan = '4539578763621486';
const wrap = (text: string, form: 'base64' | 'base64url' = 'base64') => Buffer.from(text).toString(form);

describe('masking of what is wrapped or told in a sentence', () => {
  const masker = () =>
    createMasker(createSecrets({ key: new Uint8Array(32).fill(7), known: [{ kind: 'api-key', value: key }] }));

  const wrapped = [
    ['a card number', pan],
    ['a body with a verification value', '{"cvv":"739","x":1,"y":"a"}'],
    ['the API key inside a sentence', `the key was ${key}.`],
    ['a body inside a body', JSON.stringify({ a: JSON.stringify({ newPin: '4711' }) })],
  ] as const;
  for (const [what, text] of wrapped) {
    it(`takes out ${what} in base64`, () => {
      for (const form of ['base64', 'base64url'] as const) {
        const masked = masker().text(`before ${wrap(text, form)} after`);
        assert.match(masked, /^before \[masked:[a-z-]+:[a-p]{8}(?::\d{4})?\] after$/);
      }
    });
  }

  it('leaves ordinary base64, ids and words alone', () => {
    for (const text of [
      wrap('nothing to see here'),
      '0af7651916cd43dd8448eb211c80319c',
      'internationalization-of-things',
    ]) {
      assert.equal(masker().text(text), text);
    }
  });

  const sentences = ['bad cvv 862', 'the CVV is 862', 'cvv=<b>862</b>', '&quot;cvv&quot;:&quot;862&quot;', 'pin: 862'];
  for (const text of sentences) {
    it(`takes the digits out of: ${text.replace('862', '...')}`, () => {
      assert.ok(!masker().text(text).includes('862'));
    });
  }

  it('sees a card number through base64', () => {
    assert.ok(hasCardNumber(`debug ${wrap(`{"card":"${pan}"}`)}`));
    assert.ok(!hasCardNumber(`debug ${wrap('{"card":"none of them"}')}`));
  });
});
