import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { systemClock } from '../../config/system-clock.js';
import { makeTestPki } from '../test-kit/local-server.js';
import { trustAnchorOf } from './trust-anchor-of.js';

const pki = await makeTestPki(systemClock.now());
const other = await makeTestPki(systemClock.now());
const server = new X509Certificate(pki.server.certificate);
const authority = new X509Certificate(pki.authority);
const [root = assert.fail('this Node carries no roots')] = rootCertificates;

test('an authority of AXYS_CA_PATH counts as configured, in the chain or behind its end, among others in the file', () => {
  const given = { serverCa: [...rootCertificates, `${other.authority}\n${pki.authority}`], own: false };
  assert.equal(trustAnchorOf([server, authority], given), 'configured');
  assert.equal(trustAnchorOf([server], given), 'configured');
});

test('a public root counts as such, even where AXYS_CA_PATH names it again', () => {
  assert.equal(trustAnchorOf([new X509Certificate(root)], { serverCa: [], own: false }), 'public-root');
  const again = { serverCa: [...rootCertificates, `# mine\n${root}`], own: false };
  assert.equal(trustAnchorOf([new X509Certificate(root)], again), 'public-root');
});

test('an authority that neither Node nor AXYS_CA_PATH knows is one of the machine; a name alone vouches for nothing', () => {
  assert.equal(trustAnchorOf([server], { serverCa: [], own: false }), 'machine');
  assert.equal(trustAnchorOf([server], { serverCa: [other.authority], own: false }), 'machine');
});

test('the authority of a server that this process started is our own', () => {
  assert.equal(trustAnchorOf([server, authority], { serverCa: [pki.authority], own: true }), 'own-authority');
});
