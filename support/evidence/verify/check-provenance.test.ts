import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentRuntime } from '../../config/build-info.js';
import { readProvenance, readBillOfMaterials, readBuildInfo } from '../../config/embedded-build.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { buildProvenance } from '../../config/build-provenance.js';
import { evidenceFolder } from '../evidence-folder.js';
import { harnessFiles, writeHarness } from '../harness-files.js';
import { withFolder } from '../testing/sample-run.js';
import { provenanceDifferences } from './check-provenance.js';
import { openPack } from './open-pack.js';

const build = readBuildInfo();
const tools = { node: '20.20.2', typescript: '5.9.3', platform: 'linux-x64' };

test('the provenance of this build is about its code, its lock file and its commit', () => {
  const provenance = readProvenance();
  assert.equal(shapeProblem('build-provenance', provenance), null);
  assert.deepEqual(provenance.subject[0]?.digest, { sha256: build.codeSha256 });
  assert.deepEqual(provenance, buildProvenance(build, provenance.predicate.runDetails.builder.version));
});

test('sources outside a checkout have no commit to name', () => {
  const { predicate } = buildProvenance({ ...build, commit: null, uncommittedChanges: null }, tools);
  assert.deepEqual(
    predicate.buildDefinition.resolvedDependencies.map(({ name }) => name),
    ['package-lock.json'],
  );
});

test('in a pack it must be about the build that made the pack', () =>
  withFolder(async (folder) => {
    const score = { version: 1, build, none: 'nobody tried this build' } as const;
    const facts = { build, runtime: currentRuntime(), billOfMaterials: readBillOfMaterials(), score };
    await writeHarness(evidenceFolder(folder), { ...facts, provenance: readProvenance() });
    const problems = async () => (await provenanceDifferences(await openPack(folder))).map(({ problem }) => problem);
    assert.deepEqual(await problems(), []);
    const other = buildProvenance({ ...build, codeSha256: 'c'.repeat(64) }, tools);
    await writeFile(join(folder, harnessFiles.provenance), JSON.stringify(other));
    assert.deepEqual(await problems(), ['it tells of another build than harness/build.json']);
  }));
