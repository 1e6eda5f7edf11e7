// Runs the tests of dist/. Starting a process and loading the modules takes longer than most test files do, so those of one
// folder of support/ share a process; what drives whole runs, or listens to the whole process, has one of its own. With paths
// as arguments (`npm run unit -- support/trace`) it runs only the files below them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that need a process of their own; the longest first, so that no process is left alone with one at the end. */
const alone = [
  'support/cli/legal-variations.test.js',
  'support/cli/fail-closed.test.js',
  'support/cli/kill-and-resume.test.js',
  'support/cli/full-matrix.test.js',
  'support/cli/canaries.test.js',
  'support/cli/cucumber-profiles.test.js',
  'support/cli/',
  'support/mutation/',
  'support/evidence/auditor-report/auditor-page-in-browser.test.js',
  // A hook of its root would run after every test of the folder.
  'support/world/masking-errors.test.js',
];

const tests = readdirSync('dist', { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.js'))
  .sort();
const wanted = process.argv.slice(2).map((path) => path.replace(/\.ts$/, '.js').replace(/^dist\//, ''));
const chosen = wanted.length === 0 ? tests : tests.filter((name) => wanted.some((path) => name.startsWith(path)));
if (chosen.length === 0) throw new Error(`no test file lies below ${wanted.join(' or ')}`);

const rank = (name) => alone.findIndex((path) => name.startsWith(path));
const single = chosen.filter((name) => rank(name) >= 0).sort((a, b) => rank(a) - rank(b));
const groups = new Map();
for (const name of chosen.filter((each) => rank(each) < 0)) {
  const area = name.split('/').slice(0, 2).join('-');
  groups.set(area, [...(groups.get(area) ?? []), name]);
}

const folder = join('dist', 'test-groups');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const shared = [...groups].map(([area, names]) => {
  const file = join(folder, `${area}.test.mjs`);
  writeFileSync(file, names.map((name) => `import '../${name}';\n`).join(''));
  return file;
});

const files = [...single.map((name) => join('dist', name)), ...shared];
const argv = ['--test', '--test-concurrency=2', '--test-reporter=spec', ...files];
const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' });
process.exitCode = status ?? 1;
