import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { parseArgs } from 'node:util';
import { packageRoot } from '../support/config/package-root.js';
import { load, thisMachine } from './machine.js';
import { clientMemory } from './parts/client-memory.js';
import { clientPath } from './parts/client-path.js';
import { contractCompile } from './parts/contract-compile.js';
import { emulatorServer } from './parts/emulator-server.js';
import { longPack } from './parts/long-pack.js';
import { otherRunners } from './parts/other-runners.js';
import type { Part, Section } from './parts/part.js';
import { startUp } from './parts/start-up.js';
import { wholeMatrix } from './parts/whole-matrix.js';
import { resultsPage } from './measure/results-page.js';

// npm run bench [-- --only NAME (repeatable)] [--quick]: measures, prints, and writes bench/RESULTS.md of a whole run.

const parts: readonly Part[] = [
  contractCompile,
  startUp,
  clientPath,
  emulatorServer,
  wholeMatrix,
  clientMemory,
  // It may install them first, and what was written then keeps the disk busy for minutes.
  otherRunners,
  longPack,
];

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
});
const root = packageRoot();
const unknown = values.only?.filter((name) => !parts.some((part) => part.name === name)) ?? [];
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}`);
const chosen = parts.filter(({ name }) => values.only === undefined || values.only.includes(name));
const work = await mkdtemp(join(tmpdir(), 'axys-bench-'));
const say = (line: string) => void process.stderr.write(`${line}\n`);
const surroundings = { quick: values.quick, root, say, env: { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' } };
const [before, began, sections] = [load(), performance.now(), [] as Section[]];
try {
  for (const { name, measure } of chosen) {
    const [folder, start] = [join(work, name), performance.now()];
    await mkdir(folder);
    say(`${name} ...`);
    sections.push(await measure({ ...surroundings, folder }));
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    await rm(folder, { recursive: true, force: true });
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
const page = resultsPage({
  ...{ machine: thisMachine(), load: { before, after: load() }, at: new Date().toISOString(), sections },
  quick: values.quick,
  minutes: (performance.now() - began) / 60_000,
});
process.stdout.write(page);
// A part, or a quick look, is no measurement to publish.
if (chosen.length === parts.length && !values.quick) await writeFile(join(root, 'bench/RESULTS.md'), page);
