import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelKeyOf } from './label-key.js';

const target = { apiKey: 'key', certificate: { certificate: 'c', privateKey: 'p', passphrase: null } };

test('the key of the labels is the same for the same run and credentials, and for nothing else', () => {
  const { key, mark } = labelKeyOf(target, 'run-1');
  assert.deepEqual(labelKeyOf(target, 'run-1'), { key, mark });
  const others = [
    labelKeyOf(target, 'run-2'),
    labelKeyOf({ ...target, apiKey: 'other' }, 'run-1'),
    labelKeyOf({ ...target, certificate: { ...target.certificate, privateKey: 'q' } }, 'run-1'),
  ];
  for (const other of others) {
    assert.notDeepEqual(other.key, key);
    assert.notEqual(other.mark, mark);
  }
});

test('its mark is no part of it', () => {
  const { key, mark } = labelKeyOf(target, 'run-1');
  assert.equal(key.byteLength, 32);
  assert.equal(Buffer.from(key).toString('hex').includes(mark), false);
});
