import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createPki } from './pki/emulator-pki.js';
import { openSession } from './test-kit/open-session.js';

const session = await openSession();
after(() => session.close());
const { emulator } = session;

test('certificate and key of the Program pass every layer', async () => {
  const seen = await session.call('GET', '/cardholders');
  assert.equal(seen.status, 200);
  assert.deepEqual(seen.body, { status: 'success', items: [], total: 0, limit: 50, offset: 0 });
});

test('the second certificate works beside the first, as during a rotation', async () => {
  const next = session.as(emulator.nextCertificate, emulator.apiKey);
  assert.equal((await next.call('GET', '/cardholders')).status, 200);
  assert.equal((await session.call('GET', '/cardholders')).status, 200);
});

test('without a certificate there is no HTTP answer at all', async () => {
  await assert.rejects(session.as(null, emulator.apiKey).call('GET', '/cardholders'));
});

test('a certificate of another authority gets no HTTP answer, whatever names it carries', async () => {
  const foreign = await (
    await createPki(Date.now())
  ).issueClient({ tenant: 'Emulated Tenant', program: 'Emulated Program' });
  await assert.rejects(session.as(foreign, emulator.apiKey).call('GET', '/cardholders'));
});

test('a missing and a wrong key are refused with 401', async () => {
  for (const key of [null, 'axk_wrong']) {
    const seen = await session.as(emulator.certificate, key).call('GET', '/cardholders');
    assert.equal(seen.status, 401);
    assert.equal(seen.body['status'], 'error');
    assert.equal(seen.body['code'], 'unauthorised');
  }
});

test('key and certificate of different Programs are refused', async () => {
  const { foreignProgram } = emulator;
  const mixed = [
    session.as(emulator.certificate, foreignProgram.apiKey),
    session.as(foreignProgram.certificate, emulator.apiKey),
  ];
  for (const caller of mixed) {
    const seen = await caller.call('GET', '/cardholders');
    assert.deepEqual([seen.status, seen.body['code']], [401, 'credential_mismatch']);
  }
});

test('the key is asked for before the path is looked at', async () => {
  const seen = await session.as(emulator.certificate, null).call('GET', '/no/such/path');
  assert.equal(seen.status, 401);
});

test('an address that is not allowed is stopped before its key is looked at, with the documented text', async () => {
  const guarded = await openSession({ allowIps: ['203.0.113.7'] });
  try {
    const seen = await guarded.as(guarded.emulator.certificate, null).call('GET', '/cardholders');
    assert.deepEqual([seen.status, seen.text], [403, 'No Authorised IPs configured']);
    assert.match(String(seen.headers['content-type']), /^text\/plain/);
  } finally {
    await guarded.close();
  }
});

test('the foreign cardholder exists for its own Program and for nobody else', async () => {
  const path = `/cardholders/${emulator.profile.foreignCardholderId}`;
  const { foreignProgram } = emulator;
  const own = await session.as(foreignProgram.certificate, foreignProgram.apiKey).call('GET', path);
  assert.equal(own.status, 200);
  const other = await session.call('GET', path);
  const absent = await session.call('GET', '/cardholders/1');
  assert.equal(other.status, 404);
  assert.deepEqual(other.body, absent.body);
});

test('a path outside the contract is 404, and so is everything outside /v2', async () => {
  assert.deepEqual((await session.call('GET', '/no/such/path')).body['code'], 'unknown_path');
  assert.equal((await session.call('GET', '/../cardholders')).status, 404);
  assert.equal((await session.call('PATCH', '/cardholders')).status, 404);
});

test('in production mode simulations look like any other missing path', async () => {
  const production = await openSession({ production: true });
  try {
    const body = { cardholderId: 2147483647, result: 'pass' };
    const seen = await production.call('POST', '/staging/kyc/validate', body);
    const missing = await production.call('POST', '/staging/nothing', body);
    assert.equal(seen.status, 404);
    assert.deepEqual(seen.body, missing.body);
    assert.equal((await production.call('GET', '/cardholders')).status, 200);
  } finally {
    await production.close();
  }
});

test('where simulations exist, an unknown cardholder looks different from a missing path', async () => {
  const unknown = await session.call('POST', '/staging/kyc/validate', { cardholderId: 2147483647, result: 'pass' });
  const missing = await session.call('POST', '/staging/nothing', {});
  assert.deepEqual([unknown.status, unknown.body['code']], [404, 'not_found']);
  assert.deepEqual([missing.status, missing.body['code']], [404, 'unknown_path']);
});

test('a Program name with a comma, a quote and an accent is recognised in its certificate', async () => {
  const profile = { ...emulator.profile, program: 'Crédit "Nord", Cards + Co' };
  const named = await openSession({ profile });
  try {
    assert.equal((await named.call('GET', '/cardholders')).status, 200);
  } finally {
    await named.close();
  }
});
