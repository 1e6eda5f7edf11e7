import assert from 'node:assert/strict';
import { generateKeyPairSync, createPublicKey } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readBuildInfo } from '../../config/embedded-build.js';
import { evidenceFolder } from '../evidence-folder.js';
import { packFilesIn } from '../pack-files.js';
import { breakSeal, sealPack } from '../seal/seal-pack.js';
import { createSigner } from '../seal/signer.js';
import { sampleRunId } from '../testing/sample-record.js';
import { withFolder } from '../testing/sample-run.js';
import { smallPack, smallRun, unsealedPack, verifySmall } from '../testing/small-pack.js';

const keys = generateKeyPairSync('ed25519');
const aPack = async (folder: string, key = keys.privateKey): Promise<string> => (await smallPack(folder, key)).root;

async function look(pack: string, key: typeof keys.publicKey | null = null, requireCertifiable = false) {
  const { sound, steps, ...rest } = await verifySmall({ pack, key, requireCertifiable });
  const found = steps.filter(({ outcome }) => outcome === 'failed').flatMap(({ items }) => items);
  return { ...rest, sound, steps, found, named: found.map(({ where }) => where) };
}

describe('a sealed pack', () => {
  it('is sound as folder and as zip; without --key the signer is not authenticated', () =>
    withFolder(async (folder) => {
      const root = await aPack(folder);
      for (const pack of [root, `${root}.zip`]) {
        const seen = await look(pack);
        assert.deepEqual([seen.sound, seen.found, seen.runId, seen.decision], [true, [], sampleRunId, 'practice-pass']);
        const signature = seen.steps.find(({ id }) => id === 'signature');
        assert.match(signature?.items[0]?.problem ?? '', /signature consistent, signer not authenticated/);
        const known = await look(pack, keys.publicKey);
        assert.deepEqual(
          known.steps.filter(({ outcome }) => outcome !== 'ok').map(({ id }) => id),
          ['verdicts'],
        );
      }
    }));

  it('is refused for another key, and for another decision than the required one', () =>
    withFolder(async (folder) => {
      const root = await aPack(folder);
      const other = await look(root, generateKeyPairSync('ed25519').publicKey);
      assert.match(other.found[0]?.problem ?? '', /another key signed it/);
      const required = await look(root, null, true);
      assert.deepEqual(
        required.found.map(({ problem }) => problem),
        [
          'the decision is practice-pass, not certifiable',
          'nobody knows who signed it, because no --key was given',
          'its plan was not compared, because it names another build than the one that verifies',
        ],
      );
      const known = await verifySmall({
        pack: root,
        key: keys.publicKey,
        requireCertifiable: true,
        build: readBuildInfo(),
      });
      const asked = known.steps.find(({ id }) => id === 'require');
      assert.deepEqual(
        asked?.items.map(({ problem }) => problem),
        ['the decision is practice-pass, not certifiable'],
      );
    }));

  it('is refused when somebody hashed and signed it anew with another key', () =>
    withFolder(async (folder) => {
      const root = await aPack(folder, generateKeyPairSync('ed25519').privateKey);
      assert.equal((await look(root, keys.publicKey)).sound, false);
      await writeFile(
        join(root, 'attestations/public-key.pem'),
        createPublicKey(keys.privateKey).export({ type: 'spki', format: 'pem' }),
      );
      assert.match((await look(root, keys.publicKey)).found[0]?.problem ?? '', /belongs to another/);
    }));
});

it('says of a sound pack what no check of it shows, and of an unsound one nothing', () =>
  withFolder(async (folder) => {
    const root = await aPack(folder);
    const { doesNotShow } = await look(root);
    assert.match(doesNotShow[0] ?? '', /plan were not compared, because the pack names another build/);
    assert.match(doesNotShow[1] ?? '', /are the word of whoever ran the harness and holds the signing key/);
    const compared = await verifySmall({ pack: root, build: readBuildInfo() });
    assert.deepEqual(compared.doesNotShow, doesNotShow.slice(1));
    const unasked = await look(root, null, true);
    assert.deepEqual([unasked.sound, unasked.doesNotShow], [false, doesNotShow]);
    await rm(join(root, 'logs/run.ndjson'));
    assert.deepEqual((await look(root)).doesNotShow, []);
  }));

/** What somebody does to a pack, and the file that must be named. */
const tampering: readonly [string, string, (root: string) => Promise<unknown>][] = [
  ['removes a file', 'logs/run.ndjson', (root) => rm(join(root, 'logs/run.ndjson'))],
  ['adds a file', 'exchanges/more.ndjson', (root) => writeFile(join(root, 'exchanges/more.ndjson'), '')],
  [
    'adds a file beside the signature',
    'attestations/x.json',
    (root) => writeFile(join(root, 'attestations/x.json'), '{}'),
  ],
  [
    'adds folders without a file, whose names say something',
    'CERTIFIED by Axys/75 of 75 rows',
    (root) => mkdir(join(root, 'CERTIFIED by Axys/75 of 75 rows'), { recursive: true }),
  ],
  [
    'renames a file',
    'logs/run2.ndjson',
    (root) => rename(join(root, 'logs/run.ndjson'), join(root, 'logs/run2.ndjson')),
  ],
  [
    'swaps two lines',
    'exchanges/exchanges.ndjson',
    async (root) => {
      const file = join(root, 'exchanges/exchanges.ndjson');
      const lines = (await readFile(file, 'utf8')).trim().split('\n');
      await writeFile(file, `${lines.reverse().join('\n')}\n`);
    },
  ],
  ['removes the manifest', 'VFY-302', (root) => rm(join(root, 'manifest.json'))],
  ['removes the lines for sha256sum', 'manifest.sha256', (root) => rm(join(root, 'manifest.sha256'))],
  [
    'removes the signature',
    'attestations/test-result.dsse.json',
    (root) => rm(join(root, 'attestations'), { recursive: true }),
  ],
  [
    'puts a link in the place of a file',
    'logs/run.ndjson',
    async (root) => {
      await rename(join(root, 'logs/run.ndjson'), join(dirname(root), 'elsewhere'));
      await symlink(join(dirname(root), 'elsewhere'), join(root, 'logs/run.ndjson'));
    },
  ],
  [
    'changes the decision and the manifest with it',
    'manifest.json',
    async (root) => {
      const pack = evidenceFolder(root);
      const [envelope, key] = await Promise.all(
        ['attestations/test-result.dsse.json', 'attestations/public-key.pem'].map((path) =>
          readFile(join(root, path), 'utf8'),
        ),
      );
      await pack.write(
        'summary.json',
        (await readFile(join(root, 'summary.json'), 'utf8')).replace('practice-pass', 'certifiable'),
      );
      await breakSeal(pack);
      await sealPack(pack, smallRun, null);
      await mkdir(join(root, 'attestations'));
      await pack.write('attestations/test-result.dsse.json', envelope ?? '');
      await pack.write('attestations/public-key.pem', key ?? '');
    },
  ],
];

for (const [name, where, tamper] of tampering) {
  it(`finds it and names the file when somebody ${name}`, () =>
    withFolder(async (folder) => {
      const root = await aPack(folder);
      await tamper(root);
      const { sound, named } = await look(root);
      assert.equal(sound, false);
      assert.ok(named.includes(where), named.join());
    }));
}

it('finds one changed byte anywhere in any file, and names the file', () =>
  withFolder(async (folder) => {
    const root = await aPack(folder);
    const { files: all } = await packFilesIn(root);
    const sizes = await Promise.all(all.map(async ({ path }) => (await stat(join(root, path))).size));
    const files = all.filter((_file, index) => sizes[index] !== 0);
    const place = fc.tuple(
      fc.constantFrom(...files.map(({ path }) => path)),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(place, async ([path, at, change]) => {
        const file = join(root, path);
        const bytes = await readFile(file);
        const altered = Buffer.from(bytes);
        fc.pre(bytes.length > 0);
        const offset = at % bytes.length;
        altered[offset] = (altered[offset] ?? 0) ^ change;
        await writeFile(file, altered);
        const { sound, found } = await look(root);
        await writeFile(file, bytes);
        assert.equal(sound, false);
        assert.ok(
          found.some(({ where, problem }) => where === path || problem.includes(path)),
          path,
        );
      }),
      // Every file of a real pack is changed beside the command: tampering.test.ts.
      { numRuns: 60 },
    );
    assert.ok((await look(root)).sound);
  }));

it('finds card data that was sealed', () =>
  withFolder(async (folder) => {
    const pack = await unsealedPack(folder);
    await pack.write('logs/container.log', '{"msg":"4111111111111111"}\n');
    await sealPack(pack, smallRun, createSigner(keys.privateKey, true));
    const { found } = await look(pack.root);
    assert.deepEqual(found, [{ where: 'logs/container.log', problem: 'card-number at byte 8' }]);
  }));

it('refuses a torn zip wherever it is torn, a zip with something behind it, and what is no pack at all', () =>
  withFolder(async (folder) => {
    const zip = `${await aPack(folder)}.zip`;
    const whole = await readFile(zip);
    for (const length of [0, 10, whole.length >> 1, whole.length - 30, whole.length - 1]) {
      await truncate(zip, length);
      await assert.rejects(look(zip), { code: 'VFY-301', exit: 4 });
      await writeFile(zip, whole);
    }
    await writeFile(zip, Buffer.concat([whole, Buffer.from('more')]));
    await assert.rejects(look(zip), { code: 'VFY-301', exit: 4 });
    await writeFile(zip, Buffer.concat([Buffer.from('more'), whole]));
    await assert.rejects(look(zip), { code: 'VFY-301', exit: 4 });
    await assert.rejects(look(join(folder, 'nothing')), { code: 'VFY-101', exit: 64 });
  }));

it('finds a zip whose folder has the name of another run, or of something else', () =>
  withFolder(async (folder) => {
    const zip = `${await aPack(folder)}.zip`;
    const bytes = await readFile(zip, 'latin1');
    const other = `CERTIFIABLE${'-'.repeat(sampleRunId.length)}`.slice(0, sampleRunId.length);
    await writeFile(zip, bytes.replaceAll(`${sampleRunId}/`, `${other}/`), 'latin1');
    const { sound, found } = await look(zip);
    assert.equal(sound, false);
    const problem = `the folder of the zip is not named ${sampleRunId}, as its run`;
    assert.deepEqual(found, [{ where: `${other}/`, problem }]);
  }));

it('finds changed bytes in the data of a zip', () =>
  withFolder(async (folder) => {
    const zip = `${await aPack(folder)}.zip`;
    const bytes = await readFile(zip);
    const name = Buffer.from(`${sampleRunId}/exchanges/exchanges.ndjson`);
    const data = bytes.indexOf(name) + name.length + 6;
    bytes[data] = (bytes[data] ?? 0) ^ 0x55;
    await writeFile(zip, bytes);
    const { sound, named } = await look(zip);
    assert.equal(sound, false);
    assert.ok(named.includes('exchanges/exchanges.ndjson'), named.join());
  }));
