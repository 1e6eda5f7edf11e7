import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { packFilesIn } from '../pack-files.js';
import { manifestFiles } from '../seal/manifest.js';
import { withFolder } from '../testing/sample-run.js';
import { smallPack, verifySmall } from '../testing/small-pack.js';
import { verifySteps } from './verify-steps.js';
import { tamperings, undone } from '../testing/tampering.js';
import { isNamed } from '../testing/named-files.js';

/** What finds every change that was not hashed and signed anew; the other steps need not help. */
const sealSteps = verifySteps.filter(({ id }) => ['files', 'digests', 'signature'].includes(id));

const { privateKey } = generateKeyPairSync('ed25519');

for (const { name, apply } of tamperings) {
  test(`whoever ${name} is found, whichever file of a pack it is, and the file is named`, () =>
    withFolder(async (folder) => {
      const { root } = await smallPack(folder, privateKey);
      const { files } = await packFilesIn(root);
      let done = 0;
      for (const { path } of files) {
        await undone(root, path, async () => {
          const named = await apply(root, path);
          if (named === null) return;
          done += 1;
          const { sound, steps } = await verifySmall({ pack: root, steps: sealSteps });
          assert.equal(sound, false, path);
          // Without the manifest nothing says which files there should be.
          const expected = path === manifestFiles.json ? named.slice(0, 1) : named;
          for (const each of expected) assert.ok(isNamed(each, steps), `${each} is not named for ${path}`);
        });
      }
      assert.ok(done >= files.length / 2, `${name}: only ${done} of ${files.length} files`);
      assert.ok((await verifySmall({ pack: root })).sound, 'the pack was not put back');
    }));
}
