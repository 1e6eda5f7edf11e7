import assert from 'node:assert/strict';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { loadSigningKey } from '../config/signing-key.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

describe('axys-certify signing-key', () => {
  let cwd = '';
  beforeEach(async () => void (cwd = await mkdtemp(join(tmpdir(), 'axys-signing-key-'))));
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  it('writes a pair that belongs together, the private key for its owner only, and says what to hand over', async () => {
    const captured = capturedIo(cwd);
    assert.equal(await main(['signing-key', 'sign.pem'], captured.io), 0, captured.stderr());
    assert.deepEqual((await readdir(cwd)).sort(), ['sign.pem', 'sign.pub.pem']);
    assert.equal((await stat(join(cwd, 'sign.pem'))).mode & 0o777, 0o600);

    const privatePem = await readFile(join(cwd, 'sign.pem'), 'utf8');
    const publicPem = await readFile(join(cwd, 'sign.pub.pem'), 'utf8');
    assert.match(privatePem, /^-----BEGIN PRIVATE KEY-----/);
    assert.equal(createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'pem' }), publicPem);
    const der = createPublicKey(publicPem).export({ type: 'spki', format: 'der' });
    const fingerprint = createHash('sha256').update(der).digest('hex');
    assert.match(captured.stdout(), new RegExp(`SHA-256 ${fingerprint}`));
    assert.match(captured.stdout(), /Hand this file to .*auditor/);
    const body = privatePem.split('\n')[1] ?? '?';
    assert.ok(!`${captured.stdout()}${captured.stderr()}`.includes(body), 'no key material is printed');

    const file = { name: 'AXYS_SIGNING_KEY_PATH', file: join(cwd, 'sign.pem') } as const;
    assert.equal((await loadSigningKey(file)).asymmetricKeyType, 'ed25519', 'a run takes it');
  });

  it('prints JSON on request', async () => {
    const captured = capturedIo(cwd);
    assert.equal(await main(['signing-key', 'key', '--json'], captured.io), 0);
    const made = JSON.parse(captured.stdout()) as Record<string, string>;
    assert.deepEqual([made['privateKey'], made['publicKey']], [join(cwd, 'key'), join(cwd, 'key.pub.pem')]);
    assert.match(made['fingerprint'] ?? '', /^[0-9a-f]{64}$/);
  });

  const refusals: readonly (readonly [string, string, number, RegExp])[] = [
    ['inside the reports folder', 'reports/sign.pem', 78, /^CMD-211/],
    ['inside it through a link', 'linked/sign.pem', 78, /^CMD-211/],
    ['over an existing private key', 'old.pem', 78, /^CMD-212: \S*old\.pem is there/],
    ['over an existing public key', 'pair.pem', 78, /^CMD-212: \S*pair\.pub\.pem is there/],
    ['in a folder that does not exist', 'no/such/sign.pem', 78, /^CMD-213: .*its folder is not there/],
    ['under an empty name', '', 64, /expected a value, received an empty text/],
  ];
  for (const [where, file, code, says] of refusals) {
    it(`writes nothing ${where}, exit ${code}`, async () => {
      await mkdir(join(cwd, 'reports/runs'), { recursive: true });
      await symlink('reports/runs', join(cwd, 'linked'));
      for (const name of ['old.pem', 'pair.pub.pem']) await writeFile(join(cwd, name), 'precious');
      const before = await readdir(cwd, { recursive: true });
      const captured = capturedIo(cwd);
      assert.equal(await main(['signing-key', file], captured.io), code, captured.stderr());
      assert.match(captured.stderr(), says);
      assert.equal(captured.stdout(), '');
      assert.deepEqual(await readdir(cwd, { recursive: true }), before);
      for (const name of ['old.pem', 'pair.pub.pem']) assert.equal(await readFile(join(cwd, name), 'utf8'), 'precious');
    });
  }
});
