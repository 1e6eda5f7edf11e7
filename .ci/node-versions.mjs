// Runs a small part of the matrix, verifies its pack and compares the contract with itself under other versions of Node:
//   npm run node-versions [-- --node PATH (repeatable)] [-- --tags EXPR]
// Without --node it fetches Node 22 and 24 from the registry (packages node-<system>-<processor>). The first pack is also
// verified by every other version: a verdict must not depend on what runs the verifier. Ends with 1 when one fails.
import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env } from 'node:process';
import { parseArgs, promisify } from 'node:util';

const { values } = parseArgs({
  options: { node: { type: 'string', multiple: true, default: [] }, tags: { type: 'string', default: '@TM-25' } },
});
const call = promisify(execFile);
const cli = resolve('dist/support/cli/axys-certify.js');
const contract = resolve('schemas/axys-v2/openapi.yaml');
const work = await realpath(await mkdtemp(join(tmpdir(), 'axys-node-')));
const surroundings = { PATH: env.PATH, HOME: env.HOME };
const problems = [];

try {
  const nodes = values.node.length > 0 ? values.node.map((path) => resolve(path)) : await fetched(['22', '24']);
  const packs = [];
  for (const node of [process.execPath, ...nodes]) {
    const version = (await call(node, ['--version'])).stdout.trim();
    const out = join(work, version);
    await attempt(`${version} run --tags ${values.tags}`, node, ['run', '--tags', values.tags, '--out', out]);
    await attempt(`${version} verify`, node, ['verify', 'latest', '--out', out]);
    await attempt(`${version} diff`, node, ['diff', contract, contract]);
    packs.push({ version, node, pack: join(out, 'latest.zip') });
  }
  for (const { version, pack } of packs)
    for (const other of packs.filter((each) => each.version !== version))
      await attempt(`${other.version} verify of the pack of ${version}`, other.node, ['verify', pack]);
} finally {
  await rm(work, { recursive: true, force: true });
}
process.stdout.write(`node-versions: ${problems.length === 0 ? 'all alike' : `${problems.length} failed`}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function attempt(what, node, args) {
  try {
    await call(node, ['--', cli, ...args], { cwd: work, env: surroundings, maxBuffer: 64 * 1024 * 1024 });
    process.stdout.write(`ok   ${what}\n`);
  } catch (error) {
    problems.push(what);
    process.stdout.write(`FAIL ${what}: exit ${error.code}\n${error.stdout ?? ''}${error.stderr ?? ''}\n`);
  }
}

/** Installs the plain binaries of these majors into the work folder; gives their paths. */
async function fetched(majors) {
  const name = `node-${platform() === 'win32' ? 'win' : platform()}-${arch()}`;
  const paths = [];
  for (const major of majors) {
    const prefix = join(work, `node-${major}`);
    await call('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', `${name}@${major}`]);
    paths.push(join(prefix, 'node_modules', name, 'bin/node'));
  }
  return paths;
}
