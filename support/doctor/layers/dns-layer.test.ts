import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LayerStatus } from '../layer.js';
import type { NameResolver } from '../probes/name-resolver.js';
import { makeTestCertificate } from '../test-kit/test-certificate.js';
import { day, testNow, testSubject } from '../test-kit/test-subject.js';
import { examineDns } from './dns-layer.js';

const certificate = await makeTestCertificate({ from: testNow, to: testNow + 90 * day });

type Records = Readonly<Record<string, readonly string[] | null>>;

/** A resolver that knows these records; anything else does not exist. */
function resolverOf(forward: Records, reverse: Records): NameResolver {
  const from = (records: Records) => (question: string) => {
    const answer = records[question];
    return Promise.resolve(answer === undefined ? [] : answer);
  };
  return { addressesOf: from(forward), namesOf: from(reverse) };
}

describe('the DNS layer', () => {
  const name = 'api.acme.test';
  const address = '192.0.2.7';
  const rows: readonly (readonly [string, Records, Records, LayerStatus, RegExp])[] = [
    [
      'both ways agree',
      { [name]: [address] },
      { [address]: [`${name}.`] },
      'ok',
      /api\.acme\.test -> 192\.0\.2\.7 -> api/,
    ],
    ['upper case comes back', { [name]: [address] }, { [address]: ['API.acme.TEST'] }, 'ok', /192\.0\.2\.7 -> api/],
    ['the name has no address', {}, { [address]: [name] }, 'warn', /api\.acme\.test has no address/],
    ['the address has no name', { [name]: [address] }, {}, 'warn', /-> 192\.0\.2\.7 -> no name/],
    ['another name comes back', { [name]: [address] }, { [address]: ['host.isp.test'] }, 'warn', /-> host\.isp\.test/],
    [
      'one of two addresses does not come back',
      { [name]: [address, '192.0.2.8'] },
      { [address]: [name] },
      'warn',
      /-> 192\.0\.2\.8 -> no name/,
    ],
    ['no resolver answers', { [name]: null }, { [address]: null }, 'skip', /no resolver answered for api\.acme\.test/],
    ['no resolver answers backwards', { [name]: [address] }, { [address]: null }, 'skip', /for the addresses of/],
  ];
  for (const [what, forward, reverse, status, says] of rows) {
    it(`finds ${status} when ${what}`, async () => {
      const finding = await examineDns(testSubject(certificate, { resolver: resolverOf(forward, reverse) }));
      assert.equal(finding.status, status, finding.says);
      assert.match(finding.says, says);
      assert.equal(finding.problem?.code ?? null, status === 'warn' ? 'DOC-151' : null);
    });
  }

  it('looks nothing up for an emulator or a loopback target', async () => {
    for (const kind of ['emulator', 'loopback'] as const) {
      assert.equal((await examineDns(testSubject(certificate, {}, { class: kind }))).status, 'skip');
    }
  });

  it('looks up no loopback name, no wildcard, and no common name that is plain words', async () => {
    const odd = await makeTestCertificate({
      ...{ from: testNow, to: testNow + 90 * day, subject: 'O=A, OU=B, CN=Acme Travel Card' },
      ...{ dnsNames: ['localhost', '*.acme.test'], addresses: ['127.0.0.1'] },
    });
    const finding = await examineDns(testSubject(odd));
    assert.deepEqual([finding.status, finding.says], ['skip', 'CN and SAN hold no name to look up']);
  });
});
