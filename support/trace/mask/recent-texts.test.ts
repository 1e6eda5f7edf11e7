import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMasker } from './mask-record.js';
import { RecentTexts } from '../../card-data/recent-texts.js';
import { createSecrets } from './secrets.js';

test('short texts are remembered, long ones are not, and thousands do not add up', () => {
  const texts = new RecentTexts();
  texts.add('word');
  texts.add('x'.repeat(129));
  assert.deepEqual([texts.has('word'), texts.has('x'.repeat(129)), texts.has('other')], [true, false, false]);
  for (let number = 0; number < 5_000; number += 1) texts.add(`text ${number}`);
  assert.equal(texts.has('word'), false);
});

test('a text that passed before is masked once the run has learned it, alone, inside and encoded', () => {
  const value = 'Violet-Sample-20';
  const texts = [
    value,
    `for ${value}, please`,
    Buffer.from(value).toString('base64'),
    '1234 5678 9012 3456',
    '123456789',
  ];
  const secrets = createSecrets({ key: new Uint8Array(32).fill(7) });
  const masker = createMasker(secrets);
  for (const text of texts) for (const time of [1, 2]) assert.equal(masker.text(text), text, `${text} ${time}`);
  secrets.learn('password', value);
  secrets.learn('pan', '1234567890123456');
  secrets.learn('password', '123456789');
  for (const text of texts) assert.notEqual(masker.text(text), text, text);
});
