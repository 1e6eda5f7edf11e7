// Writes schemas/axys-v2/scenario-calls.yaml and scenario-checks.yaml from what every scenario really calls on the embedded
// emulator, and how it comes to its checks, over several Programs: what a scenario does depends on what the Program supports. `--check` writes nothing and fails on a difference.
// Needs a build. Run it as `npm run calls`.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadConfiguration } from '../dist/support/config/load-configuration.js';
import { packageVersion } from '../dist/support/config/package-root.js';
import { openPack } from '../dist/support/evidence/verify/open-pack.js';
import { recordedStreams } from '../dist/support/evidence/views/recorded-streams.js';
import { harnessParts } from '../dist/support/runner/harness-parts.js';
import { callsSeen, widest } from '../dist/support/runner/budget/calls-seen.js';
import { renderCallDocument } from '../dist/support/runner/budget/render-calls.js';
import { callTableFile, readCallDocument } from '../dist/support/runner/budget/scenario-calls.js';
import { recorderFiles } from '../dist/support/trace/recorder-files.js';
import { executeRun } from '../dist/support/runner/execute-run.js';
import { prepareRun } from '../dist/support/runner/prepare-run.js';
import { wayOf } from '../dist/support/runner/recompute/ways/way-of.js';
import { renderWays, wayTableFile } from '../dist/support/runner/recompute/ways/way-table.js';

const nothing = { physicalCards: false, bankRail: false, cryptoRail: false, wallets: false, threeDSecure: false };
const passes = [
  { name: 'built-in', profile: {}, tags: null },
  { name: 'no-wallets', profile: { capabilities: { wallets: false } }, tags: null },
  { name: 'bank-rail-only', profile: { capabilities: { cryptoRail: false, wallets: false } }, tags: null },
  { name: 'sumsub', profile: { capabilities: { sumsub: true } }, tags: '@TM-23' },
  { name: 'nothing-supported', profile: { capabilities: nothing }, tags: null },
  { name: 'sumsub-route', profile: { capabilities: { sumsub: true } }, tags: '@TM-23' },
  { name: 'self', profile: {}, tags: '@self and not @fail-closed' },
];
const silent = { runStarted() {}, scenarioStarted() {}, scenarioFinished() {}, waiting() {}, note() {}, finished() {} };

const ways = new Map();
const folder = await mkdtemp(join(tmpdir(), 'axys-calls-'));
try {
  const seen = [];
  let ids = [];
  for (const { name, profile, tags } of passes) {
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify({ program: name, ...profile }));
    const configuration = await loadConfiguration({ environment: {}, flags: { program: file }, cwd: folder });
    const prepared = await prepareRun(
      configuration,
      { tags, scenarioId: null, rows: null, order: 'defined' },
      'being-written',
    );
    ids = prepared.plan.catalogue.map(({ id }) => id);
    const run = join(folder, name);
    await executeRun({
      ...{
        runId: `run-20260101T000000Z-00000${passes.findIndex((pass) => pass.name === name)}`,
        folder: run,
        activeFolder: folder,
      },
      ...{ configuration, prepared, seed: 1, logLevel: 'error', harnessVersion: packageVersion(), ...harnessParts },
      ...{ resume: null, carry: null, baseline: null, progress: silent, signal: new AbortController().signal },
    });
    const { exchanges } = recordedStreams(await openPack(run));
    await noteWays(run);
    seen.push(await callsSeen(exchanges(), prepared.served.contract));
    process.stdout.write(`${name}: ${seen.at(-1).size} scenarios called something\n`);
  }
  const wayText = renderWays(ways);
  const sameWays = existsSync(wayTableFile) && wayText === (await readFile(wayTableFile, 'utf8'));
  const text = renderCallDocument(await readCallDocument(callTableFile), widest(seen), ids);
  const same = text === (await readFile(callTableFile, 'utf8'));
  const check = process.argv.includes('--check');
  if (!check) {
    await writeFile(callTableFile, text);
    await writeFile(wayTableFile, wayText);
  }
  const word = (same) => (same ? 'unchanged' : check ? 'differs' : 'written');
  process.stdout.write(`${callTableFile}: ${word(same)}\n${wayTableFile}: ${word(sameWays)}\n`);
  process.exitCode = check && !(same && sameWays) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Adds how the scenarios of a run that passed came to their checks. */
async function noteWays(run) {
  const { exchanges, text } = recordedStreams(await openPack(run));
  const calls = new Map();
  for await (const { id, operationId } of exchanges()) calls.set(id, { operationId });
  const lines = (await text(recorderFiles.results)).trimEnd().split('\n');
  for (const result of lines.map((line) => JSON.parse(line))) {
    if (result.verdict !== 'pass' || result.tags.includes('@self')) continue;
    const way = wayOf(result, calls);
    const known = ways.get(result.id) ?? [];
    if (way.length > 0 && !known.some((each) => isDeepStrictEqual(each, way))) ways.set(result.id, [...known, way]);
  }
}
