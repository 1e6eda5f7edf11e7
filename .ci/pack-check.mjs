// Packs the package, installs the tarball into empty folders as its users do, and works with it there:
//   npm run pack-check [-- --keep]
// Needs the registry, or npm's cache, for the libraries. Ends with 1 when something is missing, too much or does not work.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { parseArgs, promisify } from 'node:util';
import { testOnly } from './published-code.mjs';

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const call = promisify(execFile);
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const work = await realpath(await mkdtemp(join(tmpdir(), 'axys-pack-')));
// What a shell of a user has: nothing of ours, nothing of the npm that started this script.
const surroundings = Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:axys_|npm_|node_)/i.test(name)));
const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
const problems = [];

try {
  await checkFailedPack();
  const tarball = await packed();
  const local = await emptyFolder('local');
  await timed('npm i ./x.tgz', () => say(local, 'npm', ['install', ...quiet, tarball]));
  const root = join(local, 'node_modules/axys-certify');
  await checkDigests(root);
  const before = await filesBelow(root);
  const npx = (...args) => say(local, 'npx', ['--no-install', 'axys-certify', ...args]);
  await timed('npx axys-certify run', () => npx('run', '--tags', '@TM-25'));
  expect((await readdir(join(local, 'reports'))).includes('latest'), 'the run left no reports/latest in its folder');
  await timed('npx axys-certify verify', () => npx('verify', 'latest'));
  await timed('npx axys-certify verify (zip)', () => npx('verify', join('reports', 'latest.zip')));
  await timed('npx axys-certify run --dry-run', () => npx('run', '--dry-run'));
  await timed('npx axys-certify mutate --list', () => npx('mutate', '--list'));
  const contract = join(root, 'schemas/axys-v2/openapi.yaml');
  await timed('npx axys-certify diff', () => npx('diff', contract, contract));
  // A package of a whole machine belongs to somebody else.
  expect(before.join() === (await filesBelow(root)).join(), 'something was written into the installed package');

  const prefix = await emptyFolder('prefix');
  await timed('npm i -g ./x.tgz', () => say(prefix, 'npm', ['install', '-g', '--prefix', prefix, ...quiet, tarball]));
  const elsewhere = await emptyFolder('elsewhere');
  const bin = join(prefix, 'bin/axys-certify');
  expect((await realpath(bin)) !== bin, 'the global command is not a link');
  const version = (await say(elsewhere, bin, ['--version'])).trim();
  const { version: own } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(version === own, `the global command says it is ${version}, not ${own}`);
  await timed('axys-certify run', () => say(elsewhere, bin, ['run', '--tags', '@TM-25']));
  const build = JSON.parse(await readFile(join(elsewhere, 'reports/latest/harness/build.json'), 'utf8'));
  expect(build.lockSha256 === sha256(await readFile('package-lock.json')), 'the pack names another lock file');
  expect(build.commit !== null, 'the pack names no commit');
} catch (error) {
  problems.push(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
} finally {
  if (values.keep) process.stdout.write(`left in ${work}\n`);
  else await rm(work, { recursive: true, force: true });
}
for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
process.stdout.write(`pack-check: ${problems.length === 0 ? 'the package works where it is installed' : 'failed'}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Packs into the work folder and checks what is inside; gives the tarball. */
async function packed() {
  const into = await emptyFolder('packed');
  const args = ['pack', '--json', '--loglevel=error', '--pack-destination', into];
  const before = await workTree();
  const said = await timed('npm pack', () => say('.', 'npm', args));
  expect(before === (await workTree()), `packing left something behind: ${await workTree()}`);
  const [{ filename, files, size, unpackedSize }] = JSON.parse(said.slice(said.indexOf('[')));
  process.stdout.write(`     ${files.length} files, ${kb(size)} packed, ${kb(unpackedSize)} unpacked\n`);
  const inside = new Set(files.map(({ path }) => path));
  for (const path of inside) {
    const stray = /^(?:bench|reports\/(?!README\.md$)|steps|support|node_modules|\.)/.test(path) || testOnly.test(path);
    expect(!stray, `it has no place in the package: ${path}`);
  }
  const listed = pathsOf(await readFile('dist/harness/code.sha256', 'utf8'));
  const also = [
    'package.json',
    'cucumber.json',
    'README.md',
    'reports/README.md',
    'CHANGELOG.md',
    'npm-shrinkwrap.json',
  ];
  for (const path of [...listed, ...also]) expect(inside.has(path), `it is missing in the package: ${path}`);
  const known = new Set(listed);
  for (const path of inside) {
    const code = /^(?:dist\/s|features\/|schemas\/)/.test(path);
    expect(!code || known.has(path), `it is published, and dist/harness/code.sha256 does not have it: ${path}`);
  }
  return join(into, filename);
}

/** A pack that fails half-way leaves the copy of the lock file, which npm would prefer to it; the next build takes it away. */
async function checkFailedPack() {
  const args = ['pack', '--loglevel=silent', '--pack-destination', join(work, 'nowhere')];
  const failed = await say('.', 'npm', args).then(
    () => false,
    () => true,
  );
  expect(failed, 'packing into a folder that is not there did not fail');
  await timed('npm run build, after a pack that failed', () => say('.', 'npm', ['run', '-s', 'build']));
  expect(!existsSync('npm-shrinkwrap.json'), 'a pack that failed left npm-shrinkwrap.json, and the build did too');
}

/** What git sees in the work tree, files that it ignores on the top level included. */
async function workTree() {
  return say('.', 'git', ['status', '--porcelain', '--ignored']);
}

/** The installed code is the code that was built, byte for byte. */
async function checkDigests(root) {
  for (const line of (await readFile(join(root, 'dist/harness/code.sha256'), 'utf8')).trim().split('\n')) {
    const [digest, path] = line.split('  ');
    expect(digest === sha256(await readFile(join(root, path))), `it was installed with another content: ${path}`);
  }
}

function pathsOf(list) {
  return list
    .trim()
    .split('\n')
    .map((line) => line.slice(line.indexOf('  ') + 2));
}

async function say(cwd, command, args) {
  return (await call(command, args, { cwd, env: surroundings, maxBuffer: 64 * 1024 * 1024 })).stdout;
}

async function timed(what, work) {
  const began = performance.now();
  const said = await work();
  process.stdout.write(`ok   ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
  return said;
}

async function emptyFolder(name) {
  await mkdir(join(work, name));
  return join(work, name);
}

async function filesBelow(folder) {
  return (await readdir(folder, { recursive: true })).sort();
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}

function kb(bytes) {
  return `${Math.round(bytes / 1024)} kB`;
}
