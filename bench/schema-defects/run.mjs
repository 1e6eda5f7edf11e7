// Seeded schema defects: 24 fixed ones and 200 drawn at random, found by this project and, where they are installed, by other
// validators. Needs a build of the project; the others come with `npm ci --ignore-scripts` in this folder.
//   node bench/schema-defects/run.mjs [--seed N] [--random N] [--only NAME] [--survivors] [--write]
// Ends with 1 when this project misses a defect or objects to a harmless change. --write puts the figures into RESULTS.md.
import { parseArgs } from 'node:util';
import { readFile, writeFile } from 'node:fs/promises';
import { control, fixedDefects } from './fixed-defects.mjs';
import { randomCases } from './random-defects.mjs';
import { resultsPage, resultsTable } from './results-page.mjs';

const files = ['axys-certify', 'prism-http', 'openapi-backend', 'openapi-response-validator', 'openapi-validator'];
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2611' },
    random: { type: 'string', default: '200' },
    only: { type: 'string' },
    survivors: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [seed, wanted] = [Number(values.seed), Number(values.random)];
if (![seed, wanted].every((number) => Number.isSafeInteger(number) && number > 0)) {
  throw new Error('expected --seed and --random to be whole numbers above 0');
}
const say = (line) => process.stdout.write(`${line}\n`);

/** A contestant with its version, or null when it is not installed. */
async function contestant(file) {
  try {
    const { default: found } = await import(`./contestants/${file}.mjs`);
    return { ...found, judges: new Map(), version: await versionOf(found.package) };
  } catch (problem) {
    if (problem.code === 'MODULE_NOT_FOUND' || problem.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw problem;
  }
}

/** The version of an installed package; that of this project without a name. */
async function versionOf(name) {
  const folder = name === undefined ? '../..' : `node_modules/${name}`;
  const text = await readFile(new URL(`${folder}/package.json`, import.meta.url), 'utf8');
  return JSON.parse(text).version;
}

/** What a contestant says about one case. Whoever refuses a contract, or breaks over it, has said something. */
async function wordOn({ prepare, judges }, { contract, answer }) {
  try {
    if (!judges.has(contract)) judges.set(contract, await prepare(contract));
    return await judges.get(contract)(answer);
  } catch (problem) {
    return { word: 'refused', why: String(problem.message).split('\n')[0] };
  }
}

async function wordsOn(one, cases) {
  const words = [];
  for (const each of cases) words.push({ ...each, ...(await wordOn(one, each)) });
  return words;
}

const drawn = randomCases(seed, wanted);
const fixed = fixedDefects();
const results = [];
for (const file of files.filter((name) => values.only === undefined || name === values.only)) {
  const one = await contestant(file);
  if (one === null) {
    say(`${file}: not installed (npm ci --ignore-scripts in bench/schema-defects)`);
    continue;
  }
  const { word, why } = await wordOn(one, control());
  if (word !== 'silent') throw new Error(`${one.name} objects to the control, so no find would count: ${why}`);
  const result = {
    ...{ name: one.name, version: one.version },
    fixed: await wordsOn(one, fixed),
    random: await wordsOn(one, drawn.defects),
    harmless: await wordsOn(one, drawn.harmless),
  };
  results.push(result);
  if (!values.survivors) continue;
  const shown = [...result.fixed, ...result.random].filter((each) => each.word === 'silent');
  const alarms = result.harmless.filter((each) => each.word !== 'silent');
  for (const each of [...shown, ...alarms]) {
    say(`${one.name}: ${each.word} on ${each.family}, ${each.title}: ${each.why}`);
    say(`  ${JSON.stringify(each.answer)}\n  ${JSON.stringify(each.contract.paths)}`);
  }
}

say(resultsTable(results, { seed, wanted }));
if (values.write)
  await writeFile(new URL('RESULTS.md', import.meta.url), resultsPage(results, { seed, wanted, date: new Date() }));
const ours = results.find(({ name }) => name === 'axys-certify');
const missed = ours === undefined ? 0 : [...ours.fixed, ...ours.random].filter(({ word }) => word === 'silent').length;
const alarms = ours === undefined ? 0 : ours.harmless.filter(({ word }) => word !== 'silent').length;
// Nothing proved is no proof: a name that nobody has, or nobody installed.
process.exitCode = results.length > 0 && missed + alarms === 0 ? 0 : 1;
