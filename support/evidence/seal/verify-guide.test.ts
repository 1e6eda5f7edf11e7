import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { evidenceFolder } from '../evidence-folder.js';
import { followGuide, guideMisses } from '../testing/run-guide.js';
import { aRun, withFolder } from '../testing/sample-run.js';
import { sealPack } from './seal-pack.js';
import { createSigner } from './signer.js';

const signer = createSigner(generateKeyPairSync('ed25519').privateKey, true);
const misses = await guideMisses();

/** Files whose names look like those the list leaves out, and are listed because they lie elsewhere. */
const alike = ['shards/1/manifest.json', 'shards/1/manifest.sha256', 'carried/run-0/attestations/public-key.pem'];

async function aSealedPack(folder: string): Promise<string> {
  const pack = evidenceFolder(join(folder, 'run-1'));
  for (const path of ['summary.json', "allure-results/it's [1] & more.json", ...alike]) await pack.write(path, '{}\n');
  await sealPack(pack, aRun(), signer);
  return pack.root;
}

/** What somebody does to a pack, the steps that find it, and what they say. */
const tampering: readonly [string, (root: string) => Promise<unknown>, readonly number[], RegExp][] = [
  ['a file is changed', (root) => writeFile(join(root, 'summary.json'), '{ }\n'), [1], /summary\.json: FAILED/],
  ['a file is missing', (root) => rm(join(root, 'summary.json')), [1, 2], /^< summary\.json$/m],
  ['a file is added', (root) => writeFile(join(root, 'more.html'), ''), [2], /^> more\.html$/m],
  [
    'a file is added under the name of the list',
    async (root) => {
      await mkdir(join(root, 'certificate'));
      await writeFile(join(root, 'certificate/manifest.json'), '');
    },
    [2],
    /^> certificate\/manifest\.json$/m,
  ],
  [
    'a file is added beside the signature',
    (root) => writeFile(join(root, 'attestations/CERTIFICATE.html'), ''),
    [2],
    /^> attestations\/CERTIFICATE\.html$/m,
  ],
  ['a link is added', (root) => symlink('summary.json', join(root, 'x.html')), [2], /^> x\.html$/m],
  [
    'a link stands in the place of a file',
    async (root) => {
      await rename(join(root, 'summary.json'), join(root, '../elsewhere'));
      await symlink('../elsewhere', join(root, 'summary.json'));
    },
    [2],
    /^\.\/summary\.json$/m,
  ],
  ['an empty folder is added', (root) => mkdir(join(root, 'CERTIFIED')), [2], /^\.\/CERTIFIED$/m],
  [
    'a line is added to the list',
    (root) => appendFile(join(root, 'manifest.sha256'), 'CERTIFIED by Axys\n'),
    [1, 2, 3],
    /^manifest\.sha256 is not what was signed$/m,
  ],
  [
    'the list is changed',
    (root) => appendFile(join(root, 'manifest.json'), '\n'),
    [3],
    /^manifest\.json is not what was signed$/m,
  ],
  ['the signature is missing', (root) => rm(join(root, 'attestations'), { recursive: true }), [3, 4], /nobody signed/],
];

describe('the commands of VERIFY.md', { skip: misses ?? false }, () => {
  it('end with OK, step by step, for a pack nobody touched, whatever its folders are called', () =>
    withFolder(async (folder) => {
      const { steps, said } = await followGuide(await aSealedPack(folder), signer.keyId);
      assert.deepEqual(steps, ['OK', 'OK', 'OK', 'OK'], said);
      assert.match(said, /Signature Verified Successfully/);
    }));

  it('say FAILED for the key as long as the signer has not named it, or named another', () =>
    withFolder(async (folder) => {
      const root = await aSealedPack(folder);
      for (const named of [undefined, 'a'.repeat(64)]) {
        const { steps, said } = await followGuide(root, named);
        assert.deepEqual(steps, ['OK', 'OK', 'OK', 'FAILED'], said);
        assert.ok(said.includes(`the key has the fingerprint ${signer.keyId}`));
      }
    }));

  for (const [name, tamper, found, problem] of tampering) {
    it(`say FAILED when ${name}`, () =>
      withFolder(async (folder) => {
        const root = await aSealedPack(folder);
        await tamper(root);
        const { steps, said } = await followGuide(root, signer.keyId);
        const expected = [1, 2, 3, 4].map((step) => (found.includes(step) ? 'FAILED' : 'OK'));
        assert.deepEqual(steps, expected, said);
        assert.match(said, problem);
      }));
  }
});
