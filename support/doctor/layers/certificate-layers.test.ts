import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { ClientCertificate } from '../../config/client-certificate.js';
import type { Finding, LayerStatus } from '../layer.js';
import { makeKeys, makeTestCertificate, type TestCertificate } from '../test-kit/test-certificate.js';
import { day, testNow, testSubject } from '../test-kit/test-subject.js';
import { examineChain } from './chain-layer.js';
import { examineNames } from './names-layer.js';
import { examineNextCertificate } from './next-certificate-layer.js';
import { examinePrivateKey } from './private-key-layer.js';
import { examineValidity } from './validity-layer.js';

const lasting = { from: testNow - day, to: testNow + 89 * day };

function assertFinding(finding: Finding, status: LayerStatus, code: string | null, says: RegExp): void {
  assert.deepEqual([finding.status, finding.problem?.code ?? null], [status, code], finding.says);
  assert.match(finding.says, says);
}

describe('the validity layer', () => {
  const rows: readonly (readonly [string, number, LayerStatus, string | null, RegExp])[] = [
    ['the whole lifetime left', 89 * day, 'ok', null, /^89 days left.*lifetime 90 days\)$/],
    ['a day more than the first reminder', 31 * day, 'ok', null, /^31 days left/],
    ['30 days left', 30 * day, 'warn', 'DOC-111', /^30 days left.*reminder at 30 days/],
    ['15 days and an hour left', 15 * day + 3_600_000, 'warn', 'DOC-111', /^15 days left.*at 30 days/],
    ['15 days left', 15 * day, 'warn', 'DOC-111', /at 15 days/],
    ['5 days left', 5 * day, 'warn', 'DOC-111', /at 5 days/],
    ['one second left', 1000, 'warn', 'DOC-111', /^0 days left.*at 5 days/],
    ['nothing left', 0, 'fail', 'CFG-202', /expired on 2026-11-21/],
  ];
  for (const [what, left, status, code, says] of rows) {
    it(`finds ${status} with ${what}`, async () => {
      const certificate = await makeTestCertificate({ from: testNow - day, to: testNow + left });
      assertFinding(examineValidity(testSubject(certificate)), status, code, says);
    });
  }

  it('fails before the certificate is valid, and notes an unusual lifetime', async () => {
    const early = await makeTestCertificate({ from: testNow + day, to: testNow + 90 * day });
    assertFinding(examineValidity(testSubject(early)), 'fail', 'CFG-203', /not valid before 2026-11-22/);
    const long = await makeTestCertificate({ from: testNow, to: testNow + 365 * day });
    assertFinding(examineValidity(testSubject(long)), 'ok', null, /lifetime 365 days, where 90 are usual/);
  });
});

describe('the names layer', () => {
  const rows: readonly (readonly [string, Partial<TestCertificate>, string | null, RegExp])[] = [
    ['everything there', {}, null, /^O Acme, OU Travel Card, CN api\.acme\.test, names api\.acme\.test, 192\.0\.2\.7$/],
    ['addresses alone', { dnsNames: [] }, null, /names 192\.0\.2\.7$/],
    ['no Tenant', { subject: 'OU=P, CN=c' }, 'DOC-121', /no O \(Tenant\);/],
    ['no Program', { subject: 'O=T, CN=c' }, 'DOC-121', /no OU \(Program\);/],
    ['no common name', { subject: 'O=T, OU=P' }, 'DOC-121', /no CN;/],
    ['no alternative names', { dnsNames: [], addresses: [] }, 'DOC-121', /no subject alternative names;/],
    ['a wildcard name', { dnsNames: ['*.acme.test'] }, 'DOC-122', /wildcard \*\.acme\.test/],
    ['a wildcard common name', { subject: 'O=T, OU=P, CN=*.acme.test' }, 'DOC-122', /wildcard/],
  ];
  for (const [what, wanted, code, says] of rows) {
    it(`finds ${code ?? 'ok'} with ${what}`, async () => {
      const certificate = await makeTestCertificate({ ...lasting, ...wanted });
      assertFinding(examineNames(testSubject(certificate)), code === null ? 'ok' : 'fail', code, says);
    });
  }
});

describe('the private-key layer', () => {
  it('asks for RSA 2048, fails below, and only warns of another kind that the platform signed', async () => {
    const rows = [
      [2048, 'ok', null, /RSA 2048/],
      [1024, 'fail', 'DOC-101', /RSA 1024/],
      [null, 'warn', 'DOC-102', /EC prime256v1/],
    ] as const;
    for (const [bits, status, code, says] of rows) {
      const certificate = await makeTestCertificate({ ...lasting, bits });
      assertFinding(examinePrivateKey(testSubject(certificate)), status, code, says);
    }
  });

  it("takes an emulator's own kind of key there", async () => {
    const certificate = await makeTestCertificate(lasting);
    const subject = testSubject(certificate, {}, { environment: 'emulator', class: 'emulator' });
    assertFinding(examinePrivateKey(subject), 'ok', null, /EC prime256v1; an emulator takes it/);
  });

  it('fails for the key of another certificate', async () => {
    const [one, other] = [await makeTestCertificate(lasting), await makeTestCertificate(lasting)];
    const mixed = { ...one, privateKey: other.privateKey };
    assertFinding(examinePrivateKey(testSubject(mixed)), 'fail', 'CFG-207', /does not belong/);
  });
});

describe('the chain layer', () => {
  it('names issuer and serial number, and warns of a certificate that issued nothing before it', async () => {
    const one = await makeTestCertificate(lasting);
    assertFinding(examineChain(testSubject(one)), 'ok', null, /alone, issued by api\.acme\.test, serial number 0A/);
    const other = await makeTestCertificate({ ...lasting, subject: 'CN=Other' });
    const broken = { ...one, certificate: `${one.certificate}${other.certificate}` };
    assertFinding(examineChain(testSubject(broken)), 'warn', 'DOC-131', /certificate 2 in the file/);
    // Self-signed, so the same certificate again is its issuer.
    const chained = { ...one, certificate: `${one.certificate}${one.certificate}` };
    assertFinding(examineChain(testSubject(chained)), 'ok', null, /a chain of 2/);
  });
});

describe('the next-certificate layer', () => {
  let present: ClientCertificate;
  const keysOfPresent = makeKeys(null);
  before(async () => {
    present = await makeTestCertificate({ ...lasting, keys: await keysOfPresent });
  });

  const examine = (nextCertificate: ClientCertificate | null) =>
    examineNextCertificate(testSubject(present, {}, { nextCertificate }));

  it('is skipped without one and content with a proper renewal', async () => {
    assertFinding(examine(null), 'skip', null, /AXYS_NEXT_CERT_PATH/);
    assertFinding(examine(await makeTestCertificate(lasting)), 'ok', null, /same names, fresh key/);
  });

  it('sees everything a renewal can get wrong', async () => {
    const good = await makeTestCertificate(lasting);
    const rows: readonly (readonly [ClientCertificate, LayerStatus, string, RegExp])[] = [
      [{ ...good, privateKey: present.privateKey }, 'fail', 'CFG-207', /AXYS_NEXT_KEY_PATH.*does not belong/],
      [await makeTestCertificate({ from: 0, to: testNow - 1000 }), 'fail', 'CFG-202', /AXYS_NEXT_CERT_PATH.*expired/],
      [await makeTestCertificate({ ...lasting, from: testNow + day }), 'warn', 'DOC-143', /2026-11-22/],
      [await makeTestCertificate({ ...lasting, keys: await keysOfPresent }), 'warn', 'DOC-141', /reuses the key/],
      [await makeTestCertificate({ ...lasting, addresses: ['192.0.2.8'] }), 'warn', 'DOC-142', /in addresses$/],
      [await makeTestCertificate({ ...lasting, subject: 'O=A, OU=B, CN=c' }), 'warn', 'DOC-142', /in O, OU, CN$/],
    ];
    for (const [next, status, code, says] of rows) assertFinding(examine(next), status, code, says);
  });
});
