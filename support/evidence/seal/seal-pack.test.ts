import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, readFile, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { evidenceFolder } from '../evidence-folder.js';
import { packFilesIn } from '../pack-files.js';
import { aRun, withFolder } from '../testing/sample-run.js';
import { aResult, aWaiver, someContractChanges } from '../../verdict/testing/samples.js';
import { breakSeal, sealPack, zipOf } from './seal-pack.js';
import { createSigner } from './signer.js';
import { statementOf } from './statement.js';

const signer = createSigner(generateKeyPairSync('ed25519').privateKey, true);
const noSubjects = { subjects: [], configuration: [], journal: null, adHocKey: true };

/** A small pack in `<folder>/run-1`, sealed. */
async function aSealedPack(folder: string, sealer: typeof signer | null = signer) {
  const pack = evidenceFolder(join(folder, 'run-1'));
  await pack.write('summary.json', '{}\n');
  await pack.write('exchanges/exchanges.ndjson', '{"id":"x-000001"}\n{"id":"x-000002"}\n');
  await pack.write("allure-results/it's [1] & more.json", '{}');
  await sealPack(pack, aRun(), sealer);
  return pack;
}

const text = async (path: string) => readFile(path, 'utf8');

describe('sealing a pack', () => {
  it('lists every file but the manifest and the signature, with digest and size', () =>
    withFolder(async (folder) => {
      const { root } = await aSealedPack(folder);
      const manifest = JSON.parse(await text(join(root, 'manifest.json'))) as { files: { path: string }[] };
      assert.deepEqual(
        manifest.files.map(({ path }) => path),
        ['VERIFY.md', "allure-results/it's [1] & more.json", 'exchanges/exchanges.ndjson', 'summary.json'],
      );
      const digest = createHash('sha256').update('{}\n').digest('hex');
      assert.deepEqual(manifest.files.at(-1), { path: 'summary.json', sha256: digest, bytes: 3 });
    }));

  it('makes the same zip from the same files, whatever their dates and modes', () =>
    withFolder(async (folder) => {
      const { root } = await aSealedPack(join(folder, 'one'));
      const other = await aSealedPack(join(folder, 'two'));
      await utimes(join(other.root, 'summary.json'), 1, 1);
      await chmod(join(other.root, 'exchanges/exchanges.ndjson'), 0o700);
      await sealPack(other, aRun(), signer);
      const [first, second] = await Promise.all([readFile(`${root}.zip`), readFile(zipOf(other))]);
      assert.ok(first.equals(second));
    }));

  it('without a signer makes a manifest, and neither signature nor zip', () =>
    withFolder(async (folder) => {
      const { root } = await aSealedPack(folder, null);
      assert.ok((await text(join(root, 'manifest.sha256'))).includes('  summary.json\n'));
      await assert.rejects(text(join(root, 'attestations/test-result.dsse.json')), { code: 'ENOENT' });
      await assert.rejects(readFile(`${root}.zip`), { code: 'ENOENT' });
    }));

  it('leaves nothing of the seal when it is broken', () =>
    withFolder(async (folder) => {
      const pack = await aSealedPack(folder);
      await breakSeal(pack);
      for (const path of ['manifest.json', 'manifest.sha256', 'VERIFY.md', 'attestations/public-key.pem']) {
        await assert.rejects(text(join(pack.root, path)), { code: 'ENOENT' }, path);
      }
      assert.equal(await text(join(pack.root, 'summary.json')), '{}\n');
    }));

  it('removes folders that a killed run left without a file, which `verify` would find', () =>
    withFolder(async (folder) => {
      const pack = evidenceFolder(join(folder, 'run-1'));
      await pack.write('summary.json', '{}\n');
      await mkdir(join(pack.root, 'exchanges/never/filled'), { recursive: true });
      await sealPack(pack, aRun(), signer);
      assert.deepEqual((await packFilesIn(pack.root)).odd, []);
    }));

  it('refuses a link in the folder', () =>
    withFolder(async (folder) => {
      const { root } = await aSealedPack(folder);
      await rm(join(root, 'summary.json'));
      await mkdir(join(folder, 'elsewhere'));
      await symlink(join(folder, 'elsewhere'), join(root, 'summary.json'));
      await assert.rejects(sealPack(evidenceFolder(root), aRun(), signer), { code: 'EVD-107' });
    }));
});

describe('the statement', () => {
  it('names every scenario that counts, by what it means', () => {
    const results = (['pass', 'review', 'fail', 'not-run', 'not-applicable'] as const).map((verdict) =>
      aResult({ id: verdict, verdict }),
    );
    const { predicate } = statementOf(aRun(results), noSubjects);
    assert.deepEqual(
      [predicate.passedTests, predicate.warnedTests, predicate.failedTests],
      [['pass'], ['review'], ['fail', 'not-run']],
    );
    assert.equal(predicate.result, 'FAILED');
  });

  it('passes only when the run is green, and warns of reviews', () => {
    assert.equal(statementOf(aRun(), noSubjects).predicate.result, 'PASSED');
    const reviewed = aRun([aResult(), aResult({ id: 'other', verdict: 'advisory' })]);
    assert.equal(statementOf(reviewed, noSubjects).predicate.result, 'WARNED');
  });

  it('never passes plainly by a weakened contract: the rules are signed by name', () => {
    const sample = aRun([aResult()]);
    const green = { ...sample.gate, exitCode: 0 as const };
    const softened = { ...sample, gate: green, contractChanges: someContractChanges() };
    const { predicate } = statementOf(softened, { ...noSubjects, configuration: [{ name: 'any', sha256: '' }] });
    assert.deepEqual([predicate.result, predicate.passedTests.length], ['WARNED', 1]);
    assert.deepEqual(predicate.configuration[0]?.annotations.softened, [
      'schemas/Card .cardId is now any type, was integer (published as documented; getCard)',
    ]);
  });

  it('never passes plainly over a waiver: the test stays failed, and who waived it until when is signed', () => {
    const sample = aRun([aResult({ verdict: 'fail', marks: ['waived'] })]);
    const green = { ...sample.gate, exitCode: 0 as const };
    const waived = { ...sample, gate: green, waivers: [aWaiver(), aWaiver({ rule: 'x', state: 'unused' })] };
    const { predicate } = statementOf(waived, { ...noSubjects, configuration: [{ name: 'any', sha256: '' }] });
    assert.deepEqual(
      [predicate.result, predicate.passedTests, predicate.failedTests],
      ['WARNED', [], ['cards/hold:block-a-card']],
    );
    assert.deepEqual(predicate.configuration[0]?.annotations, {
      ...{ runId: 'run-1', decision: sample.gate.decision, exitCode: 0, harnessVersion: '0.1.0', signingKey: 'ad-hoc' },
      waived: ['TM-29 card-active (by A. Person, until 2026-12-31)'],
    });
  });
});
