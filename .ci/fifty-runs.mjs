// The whole matrix many times on the embedded emulator, each time with another seed and in another order: every run has to
// come out alike, down to the checks of each scenario. Fifty runs take about twenty minutes on two cores.
// Needs a build: node .ci/fifty-runs.mjs [RUNS [JOBS [FIRST_SEED]]]
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flakesAmong, verdictOutline } from '../dist/support/cli/test-kit/verdict-outline.js';

const [runs, jobs, first] = [50, 2, 1].map((usual, index) => Number(process.argv[2 + index] ?? usual));
if (![runs, jobs, first].every((number) => Number.isSafeInteger(number) && number > 0) || runs < 2) {
  throw new Error('expected two runs or more, one job or more, and a first seed above 0');
}
const say = (line) => process.stdout.write(`${line}\n`);

/** One run in a process of its own. No PATH leads to a Java runtime: the report it renders is not compared. */
async function runOnce(seed) {
  const folder = await mkdtemp(join(tmpdir(), 'axys-fifty-'));
  try {
    const cli = join(import.meta.dirname, '../dist/support/cli/axys-certify.js');
    const flags = ['run', '--out', folder, '--seed', String(seed), '--order', 'random'];
    const child = spawn(process.execPath, [cli, ...flags], {
      env: { PATH: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
    const code = await new Promise((ended) => child.on('close', ended));
    const read = async (file) => readFile(join(folder, 'latest', file), 'utf8');
    const { decision, requirements } = JSON.parse(
      await read('summary.json').catch((cause) => {
        throw new Error(`the run with seed ${seed} ended with ${code} and left no summary:\n${printed}`, { cause });
      }),
    );
    const lines = (await read('results/results.ndjson')).trim().split('\n');
    const outline = verdictOutline(lines.map((line) => JSON.parse(line)));
    const rows = requirements.map(({ id, outcome }) => `${id} ${outcome}`).sort();
    return { seed, code, decision, outline, rows, scenarios: outline.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const queue = Array.from({ length: runs }, (_, index) => first + index);
const finished = [];
async function work() {
  for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
    const run = await runOnce(seed);
    finished.push(run);
    say(`${finished.length}/${runs} seed ${seed}: ${run.decision} (exit ${run.code}), ${run.scenarios} scenarios`);
  }
}
await Promise.all(Array.from({ length: jobs }, work));

finished.sort((a, b) => a.seed - b.seed);
const flakes = flakesAmong(finished);
for (const { id, ways } of flakes) {
  say(`\nFLAKE ${id}`);
  for (const [way, seeds] of ways) say(`  ${seeds.length} times (seeds ${seeds.slice(0, 8).join(' ')}): ${way}`);
}
const failed = finished.filter(({ code }) => code !== 0);
const rowSets = new Set(finished.map(({ rows }) => rows.join('\n')));
say(
  `\n${runs} runs, seeds ${first} to ${first + runs - 1}, random order: ${flakes.length} flaky scenarios, ` +
    `${rowSets.size === 1 ? 'the same outcome of every row' : `${rowSets.size} sets of row outcomes`}, ` +
    `${failed.length === 0 ? 'all positive' : `${failed.length} not positive (seeds ${failed.map(({ seed }) => seed).join(' ')})`}`,
);
process.exitCode = flakes.length === 0 && rowSets.size === 1 && failed.length === 0 ? 0 : 1;
