import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createPki } from '../emulator/pki/emulator-pki.js';
import { CodedError } from '../messages/coded-error.js';
import { loadAuthorities, loadClientCertificate } from './client-certificate.js';

const day = 86_400_000;
const passphrase = 'correct horse';

describe('loadClientCertificate', () => {
  const now = Date.now();
  let folder = '';
  const file = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-certificates-'));
    const pki = await createPki(now);
    const one = await pki.issueClient({ tenant: 'T', program: 'P' });
    const other = await pki.issueClient({ tenant: 'T', program: 'P' });
    const encrypted = createPrivateKey(one.privateKey).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase,
    });
    const files = {
      'client.crt': one.certificate,
      'client.key': one.privateKey,
      'other.key': other.privateKey,
      'locked.key': encrypted.toString(),
      'damaged.crt': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      'damaged.key': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      'words.txt': 'not a certificate at all',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(file(name), content, { mode: 0o600 });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const load = (certificate: string, key: string, secret: string | null, at: number) =>
    loadClientCertificate(
      {
        certificate: { name: 'AXYS_CERT_PATH', file: file(certificate) },
        key: { name: 'AXYS_KEY_PATH', file: file(key) },
      },
      secret,
      { now: () => at, sleep: () => Promise.resolve() },
    );

  it('takes a matching pair, and an encrypted key with its passphrase', async () => {
    assert.equal((await load('client.crt', 'client.key', null, now)).passphrase, null);
    assert.equal((await load('client.crt', 'locked.key', passphrase, now)).passphrase, passphrase);
  });

  const rows = [
    ['a missing certificate', 'none.crt', 'client.key', null, 0, 'CFG-108'],
    ['a missing key', 'client.crt', 'none.key', null, 0, 'CFG-108'],
    ['a certificate that is no PEM', 'words.txt', 'client.key', null, 0, 'CFG-201'],
    ['a damaged certificate', 'damaged.crt', 'client.key', null, 0, 'CFG-201'],
    ['a key in the place of the certificate', 'client.key', 'client.key', null, 0, 'CFG-201'],
    ['an expired certificate', 'client.crt', 'client.key', null, 91 * day, 'CFG-202'],
    ['a certificate that is not valid yet', 'client.crt', 'client.key', null, -2 * day, 'CFG-203'],
    ['a key that is no PEM', 'client.crt', 'words.txt', null, 0, 'CFG-204'],
    ['a damaged key', 'client.crt', 'damaged.key', null, 0, 'CFG-204'],
    ['an encrypted key without passphrase', 'client.crt', 'locked.key', null, 0, 'CFG-205'],
    ['a wrong passphrase', 'client.crt', 'locked.key', 'wrong secret', 0, 'CFG-206'],
    ['a key of another certificate', 'client.crt', 'other.key', null, 0, 'CFG-207'],
  ] as const;

  for (const [what, certificate, key, secret, offset, code] of rows) {
    it(`refuses ${what} with ${code}`, async () => {
      await assert.rejects(load(certificate, key, secret, now + offset), (error) => {
        assert.ok(error instanceof CodedError);
        assert.deepEqual([error.code, error.exit], [code, 78]);
        assert.ok(!/wrong secret|correct horse|BEGIN PRIVATE KEY-----\n/.test(error.message + error.next));
        return true;
      });
    });
  }

  it('reads authorities, and refuses a file without a certificate', async () => {
    const ca = await loadAuthorities({ name: 'AXYS_CA_PATH', file: file('client.crt') });
    assert.match(ca, /BEGIN CERTIFICATE/);
    await assert.rejects(loadAuthorities({ name: 'AXYS_CA_PATH', file: file('words.txt') }), { code: 'CFG-201' });
  });
});
