// Writes schemas/axys-v2/scenario-times.yaml again from what a run on the embedded emulator took. Needs a build. Run it as
// `npm run scenario-times -- RUN`, with the folder of a run or its zip.
import { readFile, writeFile } from 'node:fs/promises';
import { openPack, bytesOf } from '../dist/support/evidence/verify/open-pack.js';
import { measuredTimes, renderScenarioTimes } from '../dist/support/runner/shard/measured-times.js';
import { loadScenarioTimes, scenarioTimesFile } from '../dist/support/runner/shard/scenario-times.js';

const [run] = process.argv.slice(2);
if (run === undefined) throw new Error('name a run: npm run scenario-times -- reports/latest');
const pack = await openPack(run);
const lines = (await bytesOf(pack, 'results/results.ndjson')).toString('utf8').split('\n');
const catalogue = JSON.parse((await bytesOf(pack, 'plan/catalogue.json')).toString('utf8'));
const measured = measuredTimes(lines.filter((line) => line !== '').map((line) => JSON.parse(line)));
const known = await loadScenarioTimes();
const times = { ...known.scenarios, ...measured };
const there = catalogue.filter(({ id }) => id in times).map(({ id }) => [id, times[id]]);
const text = renderScenarioTimes(known, Object.fromEntries(there));
const same = text === (await readFile(scenarioTimesFile, 'utf8'));
await writeFile(scenarioTimesFile, text);
process.stdout.write(`${scenarioTimesFile}: ${same ? 'unchanged' : 'written'}\n`);
