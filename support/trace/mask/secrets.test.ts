import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLabel } from './label.js';
import { createSecrets } from './secrets.js';

const key = new Uint8Array(32).fill(7);

test('equal values have equal labels within a run and other labels in another run', () => {
  const secrets = createSecrets({ key });
  const other = createSecrets({ key: new Uint8Array(32).fill(8) });
  assert.equal(secrets.label('cvv', '123'), secrets.label('cvv', '123'));
  assert.notEqual(secrets.label('cvv', '123'), secrets.label('cvv', '124'));
  assert.notEqual(secrets.label('cvv', '123'), secrets.label('pin', '123'));
  assert.notEqual(secrets.label('cvv', '123'), other.label('cvv', '123'));
});

test('a card number keeps its last four, however it is written', () => {
  const secrets = createSecrets({ key });
  const label = secrets.label('pan', '4111111111111111');
  assert.match(label, /^\[masked:pan:[a-p]{8}:1111\]$/);
  assert.equal(secrets.label('pan', '4111 1111 1111 1111'), label);
  assert.ok(isLabel(label));
});

test('long secrets are also found encoded', () => {
  const secrets = createSecrets({ key, known: [{ kind: 'api-key', value: 'axk_abc/def+ghi' }] });
  for (const form of [
    'axk_abc/def+ghi',
    encodeURIComponent('axk_abc/def+ghi'),
    Buffer.from('axk_abc/def+ghi').toString('base64'),
  ]) {
    assert.equal(secrets.find(`x ${form} y`).length, 1, 'a form of the key is not found');
  }
});

test('CVV and PIN are labelled but not searched for', () => {
  const secrets = createSecrets({ key });
  secrets.learn('pin', '1234');
  secrets.learn('cvv', '1234567');
  assert.deepEqual(secrets.find('1234 1234567'), []);
});

test('a key that is too short is refused', () => {
  assert.throws(() => createSecrets({ key: new Uint8Array(8) }), RangeError);
});

test('names the secrets the scan of the finished pack looks for: no synthetic data, no one-time code', () => {
  const secrets = createSecrets({ key: new Uint8Array(32), known: [{ kind: 'api-key', value: 'key-0123456789' }] });
  secrets.learn('pan', '4111 1111 1111 1111');
  secrets.learn('otp', '12345678');
  secrets.learn('email', 'someone@example.com');
  assert.deepEqual(secrets.searchable(), [
    { kind: 'api-key', value: 'key-0123456789' },
    { kind: 'pan', value: '4111111111111111' },
  ]);
});

test('names a secret of two kinds for both, because the redaction ledger names both', () => {
  const secrets = createSecrets({ key: new Uint8Array(32) });
  for (const kind of ['token', 'link', 'token'] as const) secrets.learn(kind, 'one-and-the-same');
  assert.deepEqual(
    secrets.searchable().map(({ kind }) => kind),
    ['token', 'link'],
  );
});
