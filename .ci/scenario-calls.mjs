// Writes schemas/axys-v2/scenario-calls.yaml from what every scenario really calls on the embedded emulator, over several
// Programs: what a scenario does depends on what the Program supports. `--check` writes nothing and fails on a difference.
// Needs a build. Run it as `npm run calls`.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../dist/support/config/load-configuration.js';
import { packageVersion } from '../dist/support/config/package-root.js';
import { openPack } from '../dist/support/evidence/verify/open-pack.js';
import { recordedStreams } from '../dist/support/evidence/views/recorded-streams.js';
import { harnessParts } from '../dist/support/runner/harness-parts.js';
import { callsSeen, widest } from '../dist/support/runner/budget/calls-seen.js';
import { renderCallDocument } from '../dist/support/runner/budget/render-calls.js';
import { callTableFile, readCallDocument } from '../dist/support/runner/budget/scenario-calls.js';
import { executeRun } from '../dist/support/runner/execute-run.js';
import { prepareRun } from '../dist/support/runner/prepare-run.js';

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
      ...{ resume: null, carry: null, progress: silent, signal: new AbortController().signal },
    });
    const { exchanges } = recordedStreams(await openPack(run));
    seen.push(await callsSeen(exchanges(), prepared.served.contract));
    process.stdout.write(`${name}: ${seen.at(-1).size} scenarios called something\n`);
  }
  const text = renderCallDocument(await readCallDocument(callTableFile), widest(seen), ids);
  const same = text === (await readFile(callTableFile, 'utf8'));
  const check = process.argv.includes('--check');
  if (!check) await writeFile(callTableFile, text);
  process.stdout.write(`${callTableFile}: ${same ? 'unchanged' : check ? 'differs' : 'written'}\n`);
  process.exitCode = check && !same ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
