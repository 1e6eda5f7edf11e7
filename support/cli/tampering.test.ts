import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readBuildInfo } from '../config/embedded-build.js';
import { packFilesIn } from '../evidence/pack-files.js';
import { manifestFiles } from '../evidence/seal/manifest.js';
import { isNamed } from '../evidence/testing/named-files.js';
import { tamperings, undone } from '../evidence/testing/tampering.js';
import { verifyPack } from '../evidence/verify/verify-pack.js';
import { verifySteps } from '../evidence/verify/verify-steps.js';
import { ownPlanDifferences } from '../runner/recompute/own-plan.js';
import { viewDifferences } from '../views/check-views.js';
import { recomputeOrExplain } from '../runner/recompute/recompute-run.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

/** What must find every change that was not hashed and signed anew. */
const sealSteps = verifySteps.filter(({ id }) => ['files', 'digests', 'signature'].includes(id));

describe('a pack of a real run, tampered with', () => {
  let cwd = '';
  let root = '';

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-tamper-'));
    // No PATH leads to a Java runtime: the view it renders is not under test here.
    const captured = capturedIo(cwd, { PATH: cwd });
    assert.equal(await main(['run', '--tags', '@TM-29'], captured.io), 0, captured.stdout() + captured.stderr());
    root = await realpath(join(cwd, 'reports/latest'));
  });

  after(() => rm(cwd, { recursive: true }));

  const check = (steps = verifySteps) =>
    verifyPack({
      ...{ pack: root, key: null, requireCertifiable: false, recompute: recomputeOrExplain },
      ...{ ownPlan: ownPlanDifferences, views: viewDifferences, build: readBuildInfo(), steps },
    });

  for (const { name, apply } of tamperings) {
    it(`is refused whichever file somebody takes who ${name}, and the file is named`, async () => {
      let done = 0;
      for (const { path } of (await packFilesIn(root)).files) {
        await undone(root, path, async () => {
          const named = await apply(root, path);
          if (named === null) return;
          done += 1;
          const { sound, steps } = await check(sealSteps);
          assert.equal(sound, false, path);
          // Without the manifest nothing says which files there should be.
          const expected = path === manifestFiles.json ? named.slice(0, 1) : named;
          for (const each of expected) assert.ok(isNamed(each, steps), `${each} is not named for ${path}`);
        });
      }
      assert.ok(done > 20, String(done));
    });
  }

  it('makes the command exit with 4 and print the file, with every step run to its end', async () => {
    const path = 'exchanges/exchanges.ndjson';
    for (const { name, apply } of tamperings.slice(0, 4)) {
      await undone(root, path, async () => {
        assert.notEqual(await apply(root, path), null, name);
        const captured = capturedIo(cwd);
        assert.equal(await main(['verify', root], captured.io), 4, name);
        assert.match(captured.stdout(), /FAIL every file has the content[^]*exchanges\/exchanges\.ndjson/);
      });
    }
    assert.ok((await check()).sound, 'the pack was not put back');
  });
});
