import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { importGraph } from '../cli/test-kit/import-graph.js';
import { readBuildInfo } from './embedded-build.js';
import { packageRoot } from './package-root.js';

const root = packageRoot();
const list = readFileSync(join(root, 'dist/harness/code.sha256'), 'utf8');
const listed = list.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(66)]));
const { files, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
};

test('the digest of the code is that of the list of its files', () => {
  assert.equal(readBuildInfo().codeSha256, createHash('sha256').update(list).digest('hex'));
});

test('the package holds every module that a command, a step or a worker process leads to', () => {
  const steps = listed.filter((path) => /^dist\/(?:steps|support\/world)\/.*\.js$/.test(path));
  const entries = [...Object.values(bin), 'dist/support/cli/cucumber-plugin.js', ...steps];
  const { modules } = importGraph(
    entries.map((path) => join(root, path)),
    'any',
  );
  const published = new Set(listed);
  const lost = [...modules].map((module) => relative(root, module)).filter((path) => !published.has(path));
  assert.deepEqual(lost, []);
  assert.ok(modules.size > 900, `only ${modules.size} modules found`);
});

test('package.json publishes what is listed, and every folder that only a build makes', () => {
  const folders = files.filter((file) => !file.startsWith('!'));
  const outside = listed.filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)));
  assert.deepEqual(outside, []);
  const made = ['catalogue', 'compiled', 'harness', 'parsed', 'proven'].map((name) => `dist/${name}`);
  assert.deepEqual(
    made.filter((folder) => !folders.includes(folder) || !existsSync(join(root, folder))),
    [],
  );
});

test('nothing that only tests use is published', () => {
  const unwanted = /\.test\.js$|\.map$|\/(?:testing|test-kit|fixtures)\/|^dist\/bench/;
  assert.deepEqual(
    listed.filter((path) => unwanted.test(path)),
    [],
  );
});
