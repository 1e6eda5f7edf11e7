import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { createPki } from './emulator-pki.js';

const now = Date.UTC(2026, 0, 15);
const pki = await createPki(now);
const authority = new X509Certificate(pki.authority);

test('the server certificate is signed by the authority and names loopback', () => {
  const server = new X509Certificate(pki.server.certificate);
  assert.ok(server.verify(authority.publicKey));
  assert.ok(server.checkIssued(authority));
  assert.ok(server.checkIP('127.0.0.1') !== undefined && server.checkHost('localhost') !== undefined);
  assert.ok(!server.ca && authority.ca);
});

test('a client certificate carries Tenant and Program, fits its key, and a renewal has another key', async () => {
  const names = { tenant: 'Tenant', program: 'Program, "with" comma' };
  const [first, second] = [await pki.issueClient(names), await pki.issueClient(names)];
  const certificate = new X509Certificate(first.certificate);
  const { O, OU } = certificate.toLegacyObject().subject;
  assert.deepEqual({ tenant: O, program: OU }, names);
  assert.ok(certificate.checkPrivateKey(createPrivateKey(first.privateKey)));
  assert.ok(!certificate.checkPrivateKey(createPrivateKey(second.privateKey)));
  assert.notEqual(certificate.serialNumber, new X509Certificate(second.certificate).serialNumber);
});

test('certificates live ninety days from the given time', () => {
  assert.equal(Date.parse(authority.validTo), now + 90 * 86_400_000);
  assert.ok(Date.parse(authority.validFrom) < now);
});
