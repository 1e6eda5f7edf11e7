// Writes schemas/axys-v2/scenario-calls.yaml and scenario-checks.yaml from what every scenario really calls on the embedded
// emulator, how it comes to its checks, and without which capability it is not applicable, over several Programs: what a
// scenario does depends on what the Program supports. `--check` writes nothing and fails on a difference.
// Needs a build. Run it as `npm run calls`.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { builtInProfile } from '../dist/support/config/built-in-profile.js';
import { loadConfiguration } from '../dist/support/config/load-configuration.js';
import { packageVersion } from '../dist/support/config/package-root.js';
import { openPack } from '../dist/support/evidence/verify/open-pack.js';
import { recordedStreams } from '../dist/support/evidence/recorded-streams.js';
import { harnessParts } from '../dist/support/runner/harness-parts.js';
import { callsSeen, widest } from '../dist/support/runner/budget/calls-seen.js';
import { renderCallDocument } from '../dist/support/runner/budget/render-calls.js';
import { callTableFile, readCallDocument } from '../dist/support/runner/budget/scenario-calls.js';
import { recorderFiles } from '../dist/support/trace/recorder-files.js';
import { executeRun } from '../dist/support/runner/execute-run.js';
import { prepareRun } from '../dist/support/runner/prepare-run.js';
import { wayOf } from '../dist/support/runner/recompute/ways/way-of.js';
import { renderWays, wayTableFile } from '../dist/support/runner/recompute/ways/way-table.js';

const capabilities = Object.keys(builtInProfile().capabilities);
/** The Programs: one that supports everything, for each capability one that lacks it alone, and a few that lack several. */
const programs = [
  { name: 'everything', profile: { capabilities: { sumsub: true } } },
  ...capabilities.map((lacks) => ({
    ...{ name: `without ${lacks}`, lacks },
    profile: { capabilities: { sumsub: true, [lacks]: false } },
  })),
  { name: 'bank rail only', profile: { capabilities: { cryptoRail: false, wallets: false } } },
  {
    name: 'nothing supported',
    profile: { capabilities: Object.fromEntries(capabilities.map((each) => [each, false])) },
  },
  { name: 'self', profile: {}, tags: '@self and not @fail-closed' },
];
const silent = { runStarted() {}, scenarioStarted() {}, scenarioFinished() {}, waiting() {}, note() {}, finished() {} };

const ways = new Map();
const folder = await mkdtemp(join(tmpdir(), 'axys-calls-'));
try {
  const seen = [];
  const lacking = new Map();
  let ids = [];
  for (const [index, { name, profile, tags = null, lacks = null }] of programs.entries()) {
    const file = join(folder, `${index}.json`);
    await writeFile(file, JSON.stringify({ program: name, ...profile }));
    const configuration = await loadConfiguration({ environment: {}, flags: { program: file }, cwd: folder });
    const prepared = await prepareRun(
      configuration,
      { tags, scenarioId: null, rows: null, order: 'defined' },
      { clock: harnessParts.clock, callTable: 'being-written' },
    );
    ids = prepared.plan.catalogue.map(({ id }) => id);
    const run = join(folder, String(index));
    await executeRun({
      ...{
        runId: `run-20260101T000000Z-${String(index).padStart(6, '0')}`,
        folder: run,
        activeFolder: folder,
      },
      ...{ configuration, prepared, seed: 1, logLevel: 'error', harnessVersion: packageVersion(), ...harnessParts },
      ...{ resume: null, carry: null, baseline: null, progress: silent, signal: new AbortController().signal },
    });
    const { exchanges } = recordedStreams(await openPack(run));
    const results = await resultsOf(run);
    await noteWays(run, results);
    const idle = new Set(results.filter(({ verdict }) => verdict === 'not-applicable').map(({ id }) => id));
    if (name === 'everything' && idle.size > 0) throw new Error(`not applicable to any Program: ${[...idle]}`);
    if (lacks !== null) for (const id of idle) lacking.set(id, [...(lacking.get(id) ?? []), lacks]);
    seen.push(await callsSeen(exchanges(), prepared.served.contract));
    process.stdout.write(`${name}: ${seen.at(-1).size} scenarios called something\n`);
  }
  const wayText = renderWays(ways);
  const sameWays = existsSync(wayTableFile) && wayText === (await readFile(wayTableFile, 'utf8'));
  const text = renderCallDocument(await readCallDocument(callTableFile), {
    ...{ seen: widest(seen), needs: lacking, scenarioIds: ids },
  });
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
async function noteWays(run, results) {
  const { exchanges } = recordedStreams(await openPack(run));
  const calls = new Map();
  for await (const { id, operationId } of exchanges()) calls.set(id, { operationId });
  for (const result of results) {
    if (result.verdict !== 'pass' || result.tags.includes('@self')) continue;
    const way = wayOf(result, calls);
    const known = ways.get(result.id) ?? [];
    if (way.length > 0 && !known.some((each) => isDeepStrictEqual(each, way))) ways.set(result.id, [...known, way]);
  }
}

async function resultsOf(run) {
  const text = await recordedStreams(await openPack(run)).text(recorderFiles.results);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
