import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { sealPack } from '../evidence/seal/seal-pack.js';
import { createSigner } from '../evidence/seal/signer.js';
import { writeSummary } from '../evidence/summary.js';
import { aRun } from '../evidence/testing/sample-run.js';
import type { Verification } from '../evidence/verify/verification.js';
import { capturedIo } from './captured-io.js';
import { pointLatest } from './latest.js';
import { main } from './main.js';

const keys = generateKeyPairSync('ed25519');
const pem = (key: typeof keys.publicKey) => key.export({ type: 'spki', format: 'pem' });

describe('the command verify', () => {
  let cwd = '';

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-verify-'));
    const pack = evidenceFolder(join(cwd, 'reports/runs/run-1'));
    await writeSummary(pack, aRun());
    await sealPack(pack, aRun(), createSigner(keys.privateKey, false));
    await pointLatest(join(cwd, 'reports'), 'run-1');
    await writeFile(join(cwd, 'signer.pem'), pem(keys.publicKey));
    await writeFile(join(cwd, 'other.pem'), pem(generateKeyPairSync('ed25519').publicKey));
    await writeFile(join(cwd, 'private.pem'), keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(cwd, 'rsa.pem'), pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey));
    await writeFile(join(cwd, 'torn.zip'), 'PK');
  });

  after(() => rm(cwd, { recursive: true }));

  async function call(...argv: readonly string[]) {
    const captured = capturedIo(cwd);
    const code = await main(['verify', ...argv], captured.io);
    return { code, out: captured.stdout(), err: captured.stderr() };
  }

  for (const pack of ['reports/latest', 'reports/latest.zip', 'run-1', 'reports/runs/run-1.zip']) {
    it(`takes ${pack}`, async () => {
      const { code, out } = await call(pack);
      assert.equal(code, 0, out);
      assert.match(out, /^SOUND \(exit 0\)\n/);
      assert.match(out, /signature consistent, signer not authenticated/);
    });
  }

  const cases: readonly [string, readonly string[], number, RegExp][] = [
    ['the key of the signer', ['run-1', '--key', 'signer.pem'], 0, /ok {3}the signature belongs/],
    ['another key', ['run-1', '--key', 'other.pem'], 4, /another key signed it/],
    ['a private key in the place of a public one', ['run-1', '--key', 'private.pem'], 78, /VFY-201/],
    ['a key of another kind', ['run-1', '--key', 'rsa.pem'], 78, /VFY-201/],
    ['no key where one is named', ['run-1', '--key', 'none.pem'], 78, /VFY-201/],
    [
      'a decision that is required and not there',
      ['run-1', '--require', 'certifiable'],
      4,
      /the decision is practice-pass/,
    ],
    ['a decision nobody can require', ['run-1', '--require', 'partial'], 64, /CMD-101/],
    ['no such pack', ['run-2'], 64, /VFY-101/],
    ['a torn zip', ['torn.zip'], 4, /VFY-301/],
    ['no pack at all', [], 64, /CMD-101/],
  ];

  for (const [name, argv, code, said] of cases) {
    it(`answers ${String(code)} for ${name}`, async () => {
      const answer = await call(...argv);
      assert.equal(answer.code, code, answer.out + answer.err);
      assert.match(answer.out + answer.err, said);
      assert.doesNotMatch(answer.out + answer.err, /BEGIN/);
    });
  }

  it('prints the same as JSON', async () => {
    const { code, out } = await call('run-1', '--json');
    const verification = JSON.parse(out) as Verification;
    assert.deepEqual([code, verification.sound, verification.runId], [0, true, 'run-1']);
    assert.ok(verification.steps.length >= 4);
  });
});
