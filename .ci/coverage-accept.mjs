// Writes schemas/axys-v2/coverage-floor.yaml from finished runs of the whole matrix: what all of them cover. A target that is
// open and was not before stops it, unless --with-gaps says that it is to be listed as open.
// Run it as `npm run coverage:accept -- [--with-gaps] [RUN...]`; a RUN is a folder or a zip, by default reports/latest.
import { readFile, writeFile } from 'node:fs/promises';
import { checkExclusions } from '../dist/support/coverage/exclusions/check-exclusions.js';
import { againstFloor } from '../dist/support/coverage/gate/against-floor.js';
import { floorIn, floorPath } from '../dist/support/coverage/gate/floor.js';
import { nextFloor } from '../dist/support/coverage/gate/next-floor.js';
import { renderFloor } from '../dist/support/coverage/gate/render-floor.js';
import { readCoverage } from '../dist/support/coverage/read-coverage.js';
import { openPack } from '../dist/support/evidence/verify/open-pack.js';

const args = process.argv.slice(2);
const named = args.filter((arg) => arg !== '--with-gaps');
const say = (line) => process.stdout.write(`${line}\n`);

const runs = [];
for (const run of named.length === 0 ? ['reports/latest'] : named) {
  const coverage = await readCoverage(await openPack(run));
  if (coverage.partial) throw new Error(`${run} is a part of the matrix`);
  checkExclusions(coverage.exclusions);
  runs.push(coverage);
}
const before = floorIn(await readFile(floorPath(), 'utf8'), floorPath());
const gaps = new Set(runs.flatMap((run) => againstFloor(run, before).uncovered));
for (const id of gaps) say(`  ${id}`);
if (gaps.size > 0 && !args.includes('--with-gaps')) {
  say(`${gaps.size} targets are covered by nothing: cover them, exclude them, or accept them as open with --with-gaps`);
  process.exitCode = 1;
} else {
  await writeFile(floorPath(), renderFloor(nextFloor(runs)));
  say(`written: ${floorPath()}, from ${runs.length} runs`);
}
