// Embeds in dist/ what a pack must say about the harness that made it: version, commit, digests, bill of materials.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testOnly } from './published-code.mjs';

const folder = join('dist', 'harness');
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const text = (file) => readFileSync(file, 'utf8');

/** What git answers; null outside a checkout, as in an unpacked archive of the sources. */
function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/**
 * Everything that decides what a run does (compiled code, features, schemas) with its digest, as `sha256sum --check` reads
 * it in the folder of the installed package.
 */
function codeList() {
  return ['dist/support', 'dist/steps', 'features', 'schemas']
    .flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/')),
    )
    .filter((file) => !testOnly.test(file))
    .sort()
    .map((file) => `${sha256(readFileSync(file))}  ${file}\n`)
    .join('');
}

function writeIfNew(file, content) {
  if (!existsSync(file) || text(file) !== content) writeFileSync(file, content);
}

/** npm lists the packages of the lock file; its stamp of time and identity would make every build another. */
function billOfMaterials(name, lockSha256) {
  const file = join(folder, 'sbom.cdx.json');
  const stamp = join(folder, 'sbom.of');
  if (existsSync(file) && existsSync(stamp) && text(stamp) === lockSha256) return;
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const bill = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  // npm takes the name of the folder.
  bill.metadata.component.name = name;
  writeFileSync(file, `${JSON.stringify(bill)}\n`);
  writeFileSync(stamp, lockSha256);
}

mkdirSync(folder, { recursive: true });
const { name, version } = JSON.parse(text('package.json'));
const lockSha256 = sha256(readFileSync('package-lock.json'));
const commit = git('rev-parse', 'HEAD');
const changes = commit === null ? null : git('status', '--porcelain', '--untracked-files=no') !== '';
const code = codeList();
const build = { name, version, commit, uncommittedChanges: changes, lockSha256, codeSha256: sha256(code) };
writeIfNew(join(folder, 'code.sha256'), code);
writeIfNew(join(folder, 'build.json'), `${JSON.stringify(build, null, 2)}\n`);
billOfMaterials(name, lockSha256);
const { buildProvenance } = await import('../dist/support/config/build-provenance.js');
const { version: typescript } = JSON.parse(text('node_modules/typescript/package.json'));
const tools = { node: process.versions.node, typescript, platform: `${process.platform}-${process.arch}` };
writeIfNew(join(folder, 'provenance.json'), `${JSON.stringify(buildProvenance(build, tools), null, 2)}\n`);
