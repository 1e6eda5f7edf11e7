import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentRuntime } from '../config/build-info.js';
import { readProvenance, readBillOfMaterials, readBuildInfo } from '../config/embedded-build.js';
import { evidenceFolder } from './evidence-folder.js';
import { writeHarness } from './harness-files.js';
import { withFolder } from './testing/sample-run.js';

const build = readBuildInfo();
const facts = {
  ...{ build, runtime: currentRuntime(), billOfMaterials: readBillOfMaterials() },
  provenance: readProvenance(),
  score: { version: 1, build, none: 'nobody tried this build' } as const,
};

test('a pack says which build made it, on what it ran, and what it is made of', () =>
  withFolder(async (folder) => {
    await writeHarness(evidenceFolder(folder), facts);
    const written: unknown = JSON.parse(await readFile(join(folder, 'harness/build.json'), 'utf8'));
    assert.deepEqual(written, { ...facts.build, runtime: facts.runtime });
    const provenance: unknown = JSON.parse(await readFile(join(folder, 'harness/provenance.json'), 'utf8'));
    assert.deepEqual(provenance, facts.provenance);
    const score: unknown = JSON.parse(await readFile(join(folder, 'harness/mutation-score.json'), 'utf8'));
    assert.deepEqual(score, facts.score);
    assert.equal(await readFile(join(folder, 'harness/sbom.cdx.json'), 'utf8'), facts.billOfMaterials);
  }));

test('a build that does not know itself is not written down', () =>
  withFolder(async (folder) => {
    const unknown = { ...build, lockSha256: 'unknown' };
    await assert.rejects(writeHarness(evidenceFolder(folder), { ...facts, build: unknown }), { code: 'EVD-102' });
    assert.deepEqual(await readdir(folder), []);
  }));
