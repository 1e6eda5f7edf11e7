import assert from 'node:assert/strict';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeTestPki, startLocalServer, type LocalServer, type TestPki } from '../client/test-kit/local-server.js';
import { testClient, testTarget } from '../client/test-kit/test-client.js';
import { CodedError } from '../messages/coded-error.js';
import { loadConfiguration } from './load-configuration.js';
import { systemClock } from './system-clock.js';

const passphrase = 'correct horse';
const locked = { cipher: 'aes-256-cbc', passphrase } as const;

/** The two forms an encrypted key file takes. */
const forms: Readonly<Record<string, (key: KeyObject) => string | Buffer>> = {
  'PKCS #8': (key) => key.export({ type: 'pkcs8', format: 'pem', ...locked }),
  traditional: (key) => key.export({ type: 'sec1', format: 'pem', ...locked }),
};

describe('an encrypted private key', () => {
  let cwd = '';
  let pki: TestPki;
  let server: LocalServer;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-encrypted-'));
    pki = await makeTestPki(systemClock.now());
    server = await startLocalServer(pki, (_request, response) => response.end('{}'));
    await writeFile(join(cwd, 'client.crt'), pki.good.certificate);
    await writeFile(join(cwd, 'next.crt'), pki.next.certificate);
  });
  after(async () => {
    await server.close();
    await rm(cwd, { recursive: true, force: true });
  });

  const configure = (secret: Readonly<Record<string, string>>) =>
    loadConfiguration({
      environment: {
        ...{ AXYS_CERT_PATH: 'client.crt', AXYS_KEY_PATH: 'client.key' },
        ...{ AXYS_NEXT_CERT_PATH: 'next.crt', AXYS_NEXT_KEY_PATH: 'next.key' },
        ...secret,
      },
      flags: {},
      cwd,
    });

  for (const [form, encrypt] of Object.entries(forms)) {
    it(`of ${form} form makes a TLS call, as current and as next certificate`, async () => {
      await writeFile(join(cwd, 'client.key'), encrypt(createPrivateKey(pki.good.privateKey)), { mode: 0o600 });
      await writeFile(join(cwd, 'next.key'), encrypt(createPrivateKey(pki.next.privateKey)), { mode: 0o600 });
      const { certificate, nextCertificate } = await configure({ AXYS_KEY_PASSPHRASE: passphrase });
      assert.ok(certificate !== null && certificate.privateKey.includes('ENCRYPTED'));
      assert.ok(nextCertificate?.privateKey.includes('ENCRYPTED'));
      const { client } = testClient(testTarget(pki, server.baseUrl, { certificate, nextCertificate }));
      for (const identity of ['program', 'next-certificate'] as const) {
        const exchange = await client.call('getCard', { path: { cardId: 1 } }, { scenario: null, identity });
        assert.equal(exchange.response?.status, 200, exchange.failure?.detail);
      }
      await client.close();
    });

    for (const [what, secret, code] of [
      ['no passphrase', {}, 'CFG-205'],
      ['a wrong passphrase', { AXYS_KEY_PASSPHRASE: 'wrong horse' }, 'CFG-206'],
      ['a passphrase with a line break at its end', { AXYS_KEY_PASSPHRASE: `${passphrase}\n` }, 'CFG-210'],
    ] as const) {
      it(`of ${form} form with ${what} is refused with ${code}, exit 78`, async () => {
        await writeFile(join(cwd, 'client.key'), encrypt(createPrivateKey(pki.good.privateKey)), { mode: 0o600 });
        await assert.rejects(configure(secret), (error) => {
          assert.ok(error instanceof CodedError);
          assert.deepEqual([error.code, error.exit], [code, 78]);
          for (const part of ['horse', passphrase]) assert.ok(!`${error.message}${error.next}`.includes(part));
          return true;
        });
      });
    }
  }
});
