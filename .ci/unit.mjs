// Runs the tests of dist/. Starting a process and loading the modules takes longer than most test files do, and the first run
// of a process as long as three more of them, so many files share a process: see test-groups.mjs. With paths as arguments
// (`npm run unit -- support/trace`) it runs only the files below them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { testGroups } from './test-groups.mjs';
import { ended } from './test-watch.mjs';

const tests = readdirSync('dist', { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.js'))
  .sort();
const wanted = process.argv.slice(2).map((path) => path.replace(/\.ts$/, '.js').replace(/^dist\//, ''));
const chosen = wanted.length === 0 ? tests : tests.filter((name) => wanted.some((path) => name.startsWith(path)));
if (chosen.length === 0) throw new Error(`no test file lies below ${wanted.join(' or ')}`);

const folder = join('dist', 'test-groups');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const groups = testGroups(chosen).map(({ name, members }) => {
  const file = join(folder, `${name}.test.mjs`);
  const all = join(folder, `${name}.all.mjs`);
  const progress = join(folder, name);
  // An import runs before the statements around it: the watch is a module of its own.
  writeFileSync(
    join(folder, `${name}.watch.mjs`),
    `import { watch } from '../../.ci/test-watch.mjs';\nwatch(${JSON.stringify(progress)});\n`,
  );
  const imports = [`./${name}.watch.mjs`, ...members.map((member) => `../${member}`)];
  writeFileSync(all, imports.map((each) => `import '${each}';\n`).join(''));
  // A module of Node.js is loaded before any statement runs, so node:test has to come in a second graph of modules.
  writeFileSync(file, `import '../../.ci/test-context.mjs';\nawait import('./${name}.all.mjs');\n`);
  return { name, file, progress };
});

// What never ends is a failure, long before a CI system ends the job.
const minutes = 10;
// One process more than cores: part of what the tests do is waiting.
const options = [
  `--test-concurrency=${availableParallelism() + 1}`,
  `--test-timeout=${minutes * 60_000}`,
  '--test-reporter=spec',
];
const argv = ['--test', ...options, ...groups.map(({ file }) => file)];
const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' });

const ends = groups.map(({ name, progress }) => ({ name, at: readFileSync(progress, 'utf8') }));
for (const { name, at } of ends.filter(({ at }) => at !== ended))
  process.stderr.write(`${name}: its process did not get to the end of its tests, and was at: ${at}\n`);
process.exitCode = ends.every(({ at }) => at === ended) ? (status ?? 1) : status || 1;
