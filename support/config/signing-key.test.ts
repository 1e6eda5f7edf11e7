import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { loadSigningKey } from './signing-key.js';

const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;

describe('loadSigningKey', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-signing-'));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const files = {
      good: privateKey.export(pkcs8),
      locked: privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'geheim' }),
      public: publicKey.export({ type: 'spki', format: 'pem' }),
      elliptic: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pkcs8),
      damaged: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content, { mode: 0o600 });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const load = (name: string) => loadSigningKey({ name: 'AXYS_SIGNING_KEY_PATH', file: join(folder, name) });

  it('reads an Ed25519 private key', async () => {
    assert.equal((await load('good')).asymmetricKeyType, 'ed25519');
  });

  const refused = [
    ['missing', 'CFG-108', /no such file/],
    ['locked', 'CFG-208', /encrypted/],
    ['public', 'CFG-208', /no BEGIN PRIVATE KEY/],
    ['elliptic', 'CFG-208', /type ec/],
    ['damaged', 'CFG-208', /damaged/],
  ] as const;
  for (const [name, code, says] of refused) {
    it(`refuses a ${name} one with ${code}`, async () => {
      await assert.rejects(load(name), (error) => {
        assert.ok(error instanceof CodedError);
        assert.deepEqual([error.code, error.exit], [code, 78]);
        assert.match(error.message, says);
        return true;
      });
    });
  }
});
