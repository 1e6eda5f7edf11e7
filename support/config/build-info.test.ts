import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentRuntime } from './build-info.js';
import { readBillOfMaterials, readBuildInfo } from './embedded-build.js';
import { packageRoot, packageVersion } from './package-root.js';

/** Their package.json names the licence (MIT) in a form that lock files no longer carry. */
const unlicensedInLock = ['buildcheck', 'cpu-features', 'ssh2'];

test('the build knows its version and the digest of the lock file', () => {
  const { name, version, lockSha256, codeSha256 } = readBuildInfo();
  const lock = readFileSync(join(packageRoot(), 'package-lock.json'));
  assert.deepEqual([name, version], ['axys-certify', packageVersion()]);
  assert.equal(lockSha256, createHash('sha256').update(lock).digest('hex'));
  assert.match(codeSha256, /^[0-9a-f]{64}$/);
});

test('the bill of materials names every dependency with its licence, and nothing that differs from build to build', () => {
  const bill = JSON.parse(readBillOfMaterials()) as {
    readonly bomFormat: string;
    readonly serialNumber?: string;
    readonly metadata: { readonly timestamp?: string; readonly component: { readonly name: string } };
    readonly components: readonly { readonly name: string; readonly licenses?: readonly unknown[] }[];
  };
  assert.deepEqual([bill.bomFormat, bill.metadata.component.name], ['CycloneDX', 'axys-certify']);
  assert.deepEqual([bill.serialNumber, bill.metadata.timestamp], [undefined, undefined]);
  const names = bill.components.map(({ name }) => name);
  for (const name of ['@cucumber/cucumber', 'undici', 'ajv', 'pino']) assert.ok(names.includes(name), name);
  const unlicensed = bill.components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name);
  assert.deepEqual(unlicensed, unlicensedInLock);
});

test('the runtime is this process', () => {
  assert.deepEqual(currentRuntime(), { node: process.version, platform: process.platform, arch: process.arch });
});
