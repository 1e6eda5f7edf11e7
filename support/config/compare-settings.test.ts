import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPki } from '../emulator/pki/emulator-pki.js';
import { compareSettings } from './compare-settings.js';
import type { RunSettings } from './run-settings.js';

const pki = await createPki(Date.UTC(2026, 0, 15));
const names = { tenant: 'Tenant', program: 'Program' };
const [staging, next, live] = [
  await pki.issueClient(names),
  await pki.issueClient(names),
  await pki.issueClient(names),
];
const documents = { AXYS_PROGRAM: 'a', AXYS_CONTRACT: null, AXYS_CONTRACT_OVERLAY: null };
const own: RunSettings = {
  ...{ environment: 'staging', baseUrl: new URL('https://127.0.0.1:1/v2'), apiKey: 'axk_one', serverCa: null },
  ...{ certificate: staging, nextCertificate: next, documents },
};
const production: RunSettings = {
  ...{ environment: 'production', baseUrl: new URL('https://127.0.0.1:2/v2'), apiKey: 'axk_two', serverCa: 'ca' },
  ...{ certificate: live, nextCertificate: null, documents },
};

test('each setting has one word, and no value stands in it', () => {
  const { relations, shared } = compareSettings(own, production);
  assert.deepEqual(relations, {
    ...{ AXYS_ENV: 'differs', AXYS_BASE_URL: 'differs', AXYS_API_KEY: 'differs', AXYS_CERT_PATH: 'differs' },
    ...{ AXYS_KEY_PATH: 'differs', AXYS_KEY_PASSPHRASE: 'neither', AXYS_NEXT_CERT_PATH: 'only this run' },
    ...{ AXYS_NEXT_KEY_PATH: 'only this run', AXYS_CA_PATH: 'only production', AXYS_PROGRAM: 'same' },
    ...{ AXYS_CONTRACT: 'neither', AXYS_CONTRACT_OVERLAY: 'neither' },
  });
  assert.deepEqual(shared, []);
});

test('a certificate that production uses under another name is shared, and its key with it', () => {
  const { shared } = compareSettings(own, { ...production, certificate: next });
  assert.deepEqual(shared, [
    'AXYS_CERT_PATH of production is AXYS_NEXT_CERT_PATH of this run',
    'AXYS_KEY_PATH of production is AXYS_NEXT_KEY_PATH of this run',
  ]);
});

test('a new certificate over an old key is a shared key', () => {
  const renewed = { ...live, privateKey: staging.privateKey };
  const { relations, shared } = compareSettings(own, { ...production, certificate: renewed });
  assert.deepEqual([relations.AXYS_CERT_PATH, relations.AXYS_KEY_PATH], ['differs', 'same']);
  assert.deepEqual(shared, ['AXYS_KEY_PATH of production is AXYS_KEY_PATH of this run']);
});

test('the same key is shared, and a missing one is not', () => {
  assert.equal(compareSettings(own, { ...production, apiKey: 'axk_one' }).shared.length, 1);
  const { relations, shared } = compareSettings(own, { ...production, apiKey: null });
  assert.deepEqual([relations.AXYS_API_KEY, shared], ['only this run', []]);
});

test('a document of another content differs', () => {
  const other = { ...documents, AXYS_PROGRAM: 'b', AXYS_CONTRACT_OVERLAY: 'c' };
  const { relations } = compareSettings(own, { ...production, documents: other });
  assert.deepEqual([relations.AXYS_PROGRAM, relations.AXYS_CONTRACT_OVERLAY], ['differs', 'only production']);
});
