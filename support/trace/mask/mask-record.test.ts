import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMasker } from './mask-record.js';
import { createSecrets } from './secrets.js';

const secrets = createSecrets({ key: Buffer.alloc(32, 1), known: [{ kind: 'otp', value: '000986' }] });
const masker = createMasker(secrets);

test('ids that the harness gave stay in a record, whatever a one-time code is', () => {
  const exchangeIds = ['x-000986', 'x-102000986', 'c-000986'];
  assert.deepEqual(masker.record({ exchangeIds }), { exchangeIds });
});

test('the same digits are masked everywhere else', () => {
  const record = {
    reason: 'received 000986 in x-000986',
    value: '000986',
    number: 'x-000986 ',
    code: { text: 'y-000986' },
    received: 'x-000986',
  };
  assert.doesNotMatch(JSON.stringify(masker.record(record)), /000986/);
});
